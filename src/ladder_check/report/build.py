"""From a profile to a report.  Pure: no clock, no files; today is the day of the assessment."""

from ladder_check import __version__
from ladder_check.model.case import Case
from ladder_check.report import agreeing, annex, beside, counted, method, opening, short
from ladder_check.report.actions import cards, heading
from ladder_check.report.annex_view import Annex
from ladder_check.report.aspect_view import Fact, ViewRow
from ladder_check.report.aspects import view_aspect
from ladder_check.report.ceilings import view_ceilings
from ladder_check.report.drawing import draw_key, draw_ladder
from ladder_check.report.material import Material, gather
from ladder_check.report.points import seen_differently
from ladder_check.report.view import Report, WhyView
from ladder_check.report.wording import FIXED_LINE, PEOPLE_MEANS, SHORT_NOTE, by_voice, capital
from ladder_check.scoring.profile import Profile
from ladder_check.scoring.standing import AspectProfile

_CAN_CHANGE = {"yes": "Yes.", "partly": "Partly.", "no": "No."}


def build_report(case: Case, profile: Profile, version: str = __version__) -> Report:
    """Everything the report of a *case* says; *version* is that of the tool that made it."""
    material = gather(case, profile)
    first, more = cards(material)
    return Report(
        title=case.assessment.title,
        subtitle=f"How far we share power. {PEOPLE_MEANS}",
        facts=opening.facts(material),
        took_part=opening.who_took_part(material),
        missing_voices=case.assessment.missing_voices,
        missing_sentence=opening.missing_sentence(material),
        in_short=opening.in_short(material, first),
        actions=first,
        more_actions=more,
        headline=opening.headline_sentences(material),
        key=draw_key(material),
        ladder=draw_ladder(material),
        aspects=tuple(view_aspect(material, aspect) for aspect in material.in_play),
        left_out=tuple(Fact(a.aspect.name, a.left_out) for a in profile.aspects if a.left_out),
        not_enough=tuple(a.aspect.name for a in material.in_play if not a.standing),
        views=tuple(_view(material, aspect) for aspect in material.in_play if aspect.seen_differently),
        gaps=counted.gaps(material),
        agreed=agreeing.all_agreed(material),
        quotes=tuple(annex.all_quotes(material)),
        banks=beside.view_banks(material),
        footing=f"{beside.FOOTINGS[profile.footing]} {beside.FOOTING_MEANS}",
        word=beside.word_sentences(material),
        linked=beside.linked_sentences(material),
        talk=beside.talk_list(material),
        whys=_whys(material),
        ceilings=view_ceilings(material),
        short=short.short_parts(material, first),
        annex=_annex(material),
        fixed_line=FIXED_LINE,
        status_line=method.status_line(material),
        short_note=SHORT_NOTE,
        made_by=f"ladder-check {version}",
        heading=heading(first),
    )


def _annex(material: Material) -> Annex:
    ladder = material.case.ladder
    return Annex(
        groups=annex.groups(material),
        parked=annex.parked(material),
        waivers=annex.waivers(material),
        method=method.METHOD,
        limits=method.LIMITS,
        words=method.word_list(material),
        crosswalks=method.crosswalks(material),
        banks=method.bank_notes(material),
        ladder_source=ladder.source.name,
        ladder_link=ladder.source.link,
    )


def _view(material: Material, aspect: AspectProfile) -> ViewRow:
    shown, lived = (
        material.rungs.short(side.climb.low, side.climb.high) if side else ""
        for side in (aspect.shown, aspect.lived)
    )
    words = seen_differently(aspect.seen_differently or 0)
    return ViewRow(aspect.aspect.name, capital(shown), capital(lived), words)


def _whys(material: Material) -> tuple[WhyView, ...]:
    views = []
    for why in material.case.assessment.whys:
        ending = {
            "Root": why.root,
            "Can we change it?": _CAN_CHANGE[why.can_change] if why.can_change else None,
            "Who could": why.who_could,
        }
        views.append(
            WhyView(
                about=material.topic(why.about),
                chain=tuple(Fact(by_voice(each.by), each.why) for each in why.chain),
                ending=tuple(Fact(label, words) for label, words in ending.items() if words),
            )
        )
    return tuple(views)
