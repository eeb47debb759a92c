"""Dutch words of the page Peers."""

from dashboard.language import marked as _

OWN_SELECTION = _("Eigen selectie ({n})")
OWN_SELECTION_DEFINITION = _("De besturen die u op de pagina Peers zelf koos")
TITLE = _("Met wie vergelijken we {name}?")
MODE = _("Wat wilt u zien?")
MODES = {"nearest": _("Meest gelijkend"), "own": _("Zelf kiezen"), "group": _("De streek als geheel")}

NEAREST = _("Deze {n} besturen lijken het meest op {name}, gemeten op {features}.")
NEAREST_NAMED = _("Het dichtst bij ligt {peer}.")
NO_NEAREST = _(
    "Voor {name} zijn er hier geen gelijkende besturen: er is geen aanbod of er ontbreken kenmerken. Kies een ander "
    "jaar of een andere soort opvang, of vergelijk met een vaste groep zoals de provincie."
)
MATCH_QUALITIES = {
    "good": _("De gelijkenis is goed."),
    "far": _("Zelfs het laatste van hen ligt ver: vergelijk met voorzichtigheid."),
    "limited": _("Van sommige kenmerken ontbreekt een cijfer; de gelijkenis is dus onvolledig gemeten."),
}
UNNAMED_PEER = _("{n} van hen wil niet met naam getoond worden en telt niet mee in een eigen selectie.")
UNNAMED_PEERS = _("{n} van hen willen niet met naam getoond worden en tellen niet mee in een eigen selectie.")
WEIGHTS_HEADING = _("Verschuif het gewicht van de kenmerken")
WEIGHTS_HELP = _(
    "Zet een kenmerk hoger als het voor u meer telt, of op 0 als het niet mag meetellen. De besturen hieronder "
    "veranderen meteen mee; de cijfers op de andere pagina’s veranderen pas als u de besturen overneemt."
)
WEIGHTS_RESET = _("Zet de gewichten terug")
TAKE_OVER = _("Vergelijk overal met deze besturen")
FEATURES_ALT = _("Plaats van {name} tussen zijn meest gelijkende besturen op {n} kenmerken.")
FEATURES_NOTE = _("Elke rij heeft een eigen schaal. ◆ = uw bestuur, met rechts zijn waarde; elke stip = een bestuur.")
MAP_ALT = _("Kaart van Vlaanderen met {name} en {n} besturen om mee te vergelijken.")

CHOOSE = _("Besturen om mee te vergelijken")
CHOOSE_HELP = _("Alleen besturen die met naam getoond willen worden, staan in de lijst.")
NONE_CHOSEN = _(
    "U koos nog geen besturen. Kies ze hierboven bij naam, of neem bij “Meest gelijkend” de besturen over. Kies er "
    "minstens vijf: met minder tonen we geen mediaan."
)
CHOSEN = _(
    "Uw selectie van {n} besturen staat in de link. Kies in de zijbalk “Eigen selectie” om er op elke pagina mee te "
    "vergelijken."
)

GROUP_KIND = _("Soort groep")
GROUP_WHOLE = _("{label} als geheel (som van de tellers gedeeld door som van de noemers) komt op {value}.")
GROUP_WITHOUT = _("Voor {label} als geheel tonen we geen cijfer: {reason}.")
GROUP_REASONS = {
    "too_few_peers": _("te weinig besturen hebben een cijfer"),
    "no_denominator": _("de noemer is nul"),
    "one_peer_dominates": _("één bestuur bepaalt meer dan drie kwart van de noemer"),
}
GROUP_RANK = _("Dat is plaats {rank} van {n} groepen.")
GROUP_INSIDE = _(
    "Binnen de groep hebben {n} van de {total} besturen een cijfer; de helft ligt tussen {low_and_high} (mediaan "
    "{median})."
)
GROUPS_ALT = _("{n} groepen gerangschikt op {indicator}, met {label} gemarkeerd.")
INSIDE, AMONG = _("Binnen {label}"), _("{label} naast de andere groepen")
NO_GROUP = _("Voor deze keuze heeft de groep geen cijfer. Kies een ander kengetal, een ander jaar of een andere groep.")
