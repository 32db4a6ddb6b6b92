"""What the record asks its tables, and tells them, in SQL."""

from typing import Final

LATEST: Final = """answer.answer IS NOT NULL AND answer.revision = (
    SELECT max(later.revision) FROM answer AS later
    WHERE later.round = answer.round AND later.question = answer.question AND later.ballot = answer.ballot)"""
VOTES: Final = f"""
SELECT answer.round, answer.ballot, answer.answer, ballot.voice, ballot.linked
FROM answer JOIN ballot ON ballot.id = answer.ballot
WHERE answer.question = ? AND {LATEST} ORDER BY answer.round, answer.ballot
"""
BALLOT: Final = f"SELECT question, answer FROM answer WHERE round = ? AND ballot = ? AND {LATEST}"
SPEAKS: Final = f"SELECT 1 FROM answer WHERE ballot = ? AND {LATEST} LIMIT 1"
SPEAKS_IN: Final = f"SELECT DISTINCT round FROM answer WHERE ballot = ? AND {LATEST} ORDER BY round"
IN_ROUND: Final = f"""
SELECT DISTINCT ballot.id FROM answer JOIN ballot ON ballot.id = answer.ballot
WHERE answer.round = ? AND ballot.linked = 1 AND {LATEST}
"""
CHANGE_VOICE: Final = "UPDATE ballot SET voice = ?, linked = ? WHERE id = ?"
VOICES: Final = f"""
SELECT ballot.voice, count(DISTINCT answer.ballot)
FROM answer JOIN ballot ON ballot.id = answer.ballot
WHERE answer.round = ? AND {LATEST} GROUP BY ballot.voice
"""
ATTENDANCE: Final = f"""
SELECT voice, max(heads) FROM (
    SELECT ballot.voice AS voice, count(*) AS heads
    FROM answer JOIN ballot ON ballot.id = answer.ballot
    WHERE {LATEST} GROUP BY answer.round, answer.question, ballot.voice
) GROUP BY voice
"""
EXTENTS: Final = f"""
SELECT count(*) AS extent FROM answer WHERE answer.round = ? AND {LATEST}
GROUP BY answer.ballot ORDER BY extent
"""
NEWEST: Final = """
SELECT answer, revision FROM answer
WHERE round = ? AND question = ? AND ballot = ? ORDER BY revision DESC LIMIT 1
"""
SHOWN: Final = "UPDATE round SET shown = 1, open = 0 WHERE number = ?"
CLOSE_ALL: Final = "UPDATE round SET open = 0 WHERE open = 1"
BEGIN: Final = "INSERT INTO round (number, open, asks) VALUES (?, 1, ?)"
ASK: Final = "UPDATE round SET asks = ? WHERE number = ?"
SAID: Final = ("answer", "second_entry", "words", "agreed")
"""The tables that hold what people said."""
ADD: Final = "INSERT INTO answer (round, question, ballot, revision, answer) VALUES (?, ?, ?, ?, ?)"
