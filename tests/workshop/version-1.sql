-- A record as the first version of its tables had it: two ballots, the first changed once, and a second round.
PRAGMA application_id = 1279478615;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE agreed (
    question TEXT PRIMARY KEY,
    answer TEXT NOT NULL,
    minority TEXT
) STRICT;
CREATE TABLE answer (
    round INTEGER NOT NULL REFERENCES round (number),
    question TEXT NOT NULL,
    ballot TEXT NOT NULL REFERENCES ballot (id),
    revision INTEGER NOT NULL,
    answer TEXT,
    PRIMARY KEY (question, round, ballot, revision)
) STRICT, WITHOUT ROWID;
INSERT INTO "answer" VALUES(1,'ladder.designing.r4','12',1,'3');
INSERT INTO "answer" VALUES(1,'ladder.designing.r4','12',2,'1');
INSERT INTO "answer" VALUES(1,'ladder.designing.r4','13',1,'not-sure');
INSERT INTO "answer" VALUES(2,'ladder.designing.r4','12',1,'2');
CREATE TABLE ballot (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    voice TEXT NOT NULL,
    linked INTEGER NOT NULL CHECK (linked IN (0, 1))
) STRICT;
INSERT INTO "ballot" VALUES('12','people',1);
INSERT INTO "ballot" VALUES('13','carers',1);
CREATE TABLE kept (
    question TEXT PRIMARY KEY,
    shown TEXT NOT NULL
) STRICT;
CREATE TABLE round (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    open INTEGER NOT NULL CHECK (open IN (0, 1)),
    shown INTEGER NOT NULL DEFAULT 0 CHECK (shown IN (0, 1)),
    asks TEXT NOT NULL,
    CHECK (open = 0 OR shown = 0)
) STRICT;
INSERT INTO "round" VALUES(1,0,0,'["ladder.designing.r4", "ladder.designing.r5", "rules.hr1.practice"]');
INSERT INTO "round" VALUES(2,1,0,'["ladder.designing.r4"]');
CREATE TABLE second_entry (
    round INTEGER NOT NULL REFERENCES round (number),
    question TEXT NOT NULL,
    ballot TEXT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (round, question, ballot)
) STRICT, WITHOUT ROWID;
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
INSERT INTO "setting" VALUES('session','{"format":1,"title":"Day opportunities","on":"2026-11-03","agenda":["claim.designing","ladder.designing.r4","ladder.designing.r5","rules.hr1.practice"],"aspects":[],"banks":[],"perspectives":{"people":9,"carers":2,"frontline":5,"leaders":2},"small-group":5}');
INSERT INTO "setting" VALUES('questions','[{"id": "claim.designing", "scale": {"low": 1, "high": 7}, "heading": "Designing the service", "name": "about claim.designing", "ask": "How is it?", "labels": ["step 1", "step 2", "step 3", "step 4", "step 5", "step 6", "step 7"], "values": ["step 1", "step 2", "step 3", "step 4", "step 5", "step 6", "step 7"], "note": null, "seen": null}, {"id": "ladder.designing.r4", "scale": {"low": 0, "high": 4}, "heading": "Designing the service", "name": "about ladder.designing.r4", "ask": "How is it?", "labels": ["step 0", "step 1", "step 2", "step 3", "step 4"], "values": ["step 0", "step 1", "step 2", "step 3", "step 4"], "note": null, "seen": null}, {"id": "ladder.designing.r5", "scale": {"low": 0, "high": 4}, "heading": "Designing the service", "name": "about ladder.designing.r5", "ask": "How is it?", "labels": ["step 0", "step 1", "step 2", "step 3", "step 4"], "values": ["step 0", "step 1", "step 2", "step 3", "step 4"], "note": null, "seen": null}, {"id": "rules.hr1.practice", "scale": {"low": 0, "high": 4}, "heading": "Designing the service", "name": "about rules.hr1.practice", "ask": "How is it?", "labels": ["step 0", "step 1", "step 2", "step 3", "step 4"], "values": ["step 0", "step 1", "step 2", "step 3", "step 4"], "note": null, "seen": null}]');
INSERT INTO "setting" VALUES('banks','{"ladder": "1.0.0", "rules": "1.0.0"}');
INSERT INTO "setting" VALUES('ladder_bank','ladder');
INSERT INTO "setting" VALUES('made','44af609a940c3b62');
CREATE TABLE words (
    id INTEGER PRIMARY KEY,
    question TEXT NOT NULL,
    voice TEXT NOT NULL,
    said TEXT NOT NULL,
    share INTEGER NOT NULL CHECK (share IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX one_open ON round (open) WHERE open = 1;
COMMIT;
