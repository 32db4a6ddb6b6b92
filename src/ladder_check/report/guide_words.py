"""What the facilitator's sheet says whatever the workshop is about."""

from typing import Final

from ladder_check.report.paper_view import Part

WEEK_BEFORE: Final = Part(
    "before",
    "A week before",
    ("Plan the day with people who draw on care and support, not only for them.",),
    (
        "Invite 8 to 20 people, and at least as many people and carers as staff.",
        "Take no more than three areas of work for two hours, with breaks.",
        "Send everybody the questions, in the form they asked for.",
        "Agree on pay for people's time, in writing. Pay for travel and for support workers too.",
        "Offer advice to people whose benefits could change because of the pay.",
        "Hold a meeting before, for people and carers alone, with somebody of their own to lead it.",
        "Agree who speaks first: people who draw on care and support, and staff after them.",
        "Say what the group can decide, and who decides the rest.",
        "Tell everybody that they may pass, leave, or bring somebody to help them.",
        "Print on one side of A4 paper, at 100 % size. Have cream paper for those who read it more easily.",
    ),
)
NEEDS: Final = Part(
    "needs",
    "What each person needs to take part",
    ("The Accessible Information Standard has six steps. Go through them for each person.",),
    (
        "Identify: ask what they need to read, to hear, to understand and to get there.",
        "Record: write it down, in their own words.",
        "Flag: make it easy to see for all who help on the day.",
        "Share: pass it on to those who need to know, if the person agrees.",
        "Meet: do it. Book the interpreter, the taxi, the quiet room.",
        "Review: ask afterwards if it worked, and change what did not.",
    ),
)
RULES: Final = Part(
    "rules",
    "Ground rules, made together",
    ("Write them on the wall at the start, with everybody. These are only to begin with.",),
    (
        "One person speaks at a time.",
        "Say so if you do not understand. You will not be the only one.",
        "We may see things differently. We listen all the same.",
        "What people tell about themselves stays in this room.",
        "Everybody may pass. Nobody asks why.",
        "We keep to the breaks, and we end on time.",
    ),
)
CARDS: Final = Part(
    "cards",
    "Cards for everybody, and breaks",
    ("Give three cards to everybody, staff too. Stop when you see red.",),
    (
        "Red: stop, I have a question.",
        "Yellow: please go more slowly.",
        "Green: I agree, or I would like to vote.",
        "Have a break after each area of work, and whenever somebody asks for one.",
    ),
)
READING: Final = Part(
    "reading",
    "How to read a question aloud",
    ("Read it as it stands, and do not explain it with a case from this room.",),
    (
        "Read the question and all its answers twice, from the top down, as they stand on the paper.",
        "Say: take your time. Then wait, and do not fill the silence.",
        "Nobody votes with the others watching. Somebody may help a person who asks for help.",
        "Say: if you are not sure, tick “I am not sure”. That is an answer too.",
    ),
)
AFTER: Final = Part(
    "after",
    "After the day",
    (),
    (
        "Pay people, and their costs, on the day or the day after.",
        "Destroy the paper once it is typed in and the workshop is closed.",
        "Send the results within two weeks, in the form that each person asked for.",
        "Those who took part see the report before anybody else.",
        "Say what changed because of this day, what did not, and why.",
        "Come back after 6 to 12 months. Write the day here: ____________________",
    ),
)
CLAIMS: Final = "Claims"
DAY: Final = (
    (
        "Begin",
        (
            "Say what the day is for, who decides what comes of it, and what people are paid.",
            "Make the ground rules. Hand out the cards in three colours.",
            "Read aloud what is said below about the ballots.",
        ),
        (),
    ),
    (
        CLAIMS,
        (
            "About five minutes. Everybody ticks, alone, the rung that each area of work is on today.",
            "Collect the ballots face down and type them in.",
            "Only now hand out the cards that show what one would see on each rung.",
        ),
        ("ladder-check workshop enter {record}", "ladder-check workshop round {record} next"),
    ),
    (
        "Questions",
        (
            "Read each question aloud, twice. Everybody thinks alone and ticks alone.",
            "“Not sure” and “I do not want to answer” are real answers.",
            "Collect the ballots face down and type them in. Look how many are in, and nothing more.",
        ),
        ("ladder-check workshop enter {record}", "ladder-check workshop status {record}"),
    ),
    (
        "Show what the room said",
        (
            "Show numbers of groups, never who. Begin with the largest gap.",
            "Ask: why might somebody choose a low answer here? And a high one?",
            "Nobody has to say what they chose. People speak before staff.",
        ),
        ("ladder-check workshop results {record} --talk 3",),
    ),
    (
        "Vote again, if you like",
        (
            "Everybody takes the ballot with their own number. They may change their answer or keep it.",
            "The first round is kept. It is no better if all agree in the end.",
        ),
        (
            "ladder-check workshop round {record} next",
            "ladder-check workshop enter {record}",
            "ladder-check workshop results {record}",
        ),
    ),
    (
        "What would somebody see?",
        (
            "Ask staff this about every 3 and 4. What somebody tells you counts.",
            "Ask people and carers for no proof. What they say is the proof.",
            "Write down what staff name. It is typed in later, beside their answers.",
        ),
        (),
    ),
    (
        "Write down where you differ",
        (
            "In people's own words, if they agree to it. Read it back to them.",
            "If the room settles on an answer, write down the other view beside it.",
        ),
        ('ladder-check workshop agree {record} QUESTION LEVEL --minority "THEIR WORDS"',),
    ),
    (
        "Why, and why again",
        (
            "Take the largest gap. Ask why up to five times, staff and people apart.",
            "Then put the two answers side by side.",
        ),
        (
            "ladder-check workshop publish {record} day.assessment.yaml",
            "ladder-check assess day.assessment.yaml --as staff --bank ladder",
            "ladder-check why day.assessment.yaml",
        ),
    ),
    (
        "Three things to do",
        (
            "Each has somebody from staff and somebody from people or carers.",
            "Each has a day, a cost, and how people will know that it is done.",
        ),
        ("ladder-check plan day.assessment.yaml",),
    ),
    (
        "End",
        (
            "Ask: was it worth your time? Who was not here?",
            "Say when people will hear what came of it.",
            "Close the workshop: this destroys what links the ballots of a person.",
        ),
        ("ladder-check workshop close {record}",),
    ),
)
