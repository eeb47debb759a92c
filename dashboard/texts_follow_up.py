"""Dutch words of the page Opvolging that the other pages do not use."""

from dashboard.language import marked as _

COUNTS = {
    "n_expected": _("Verwacht"),
    "n_received": _("Ontvangen"),
    "n_queried": _("In navraag"),
    "n_accepted": _("Aanvaard"),
    "n_published": _("Gepubliceerd"),
    "n_late": _("Laattijdig"),
    "n_open_problems": _("Open opmerkingen"),
    "n_open_queries": _("Open vragen"),
}
PUBLISHED = _("Gepubliceerd")
PUBLISHED_CHOICES = {"any": _("Al dan niet gepubliceerd"), "yes": _("Gepubliceerd"), "no": _("Niet gepubliceerd")}

PROGRESS = _("Hoe de inzendingen binnenkomen")
PROGRESS_ALT = _("Aantal ontvangen en aanvaarde inzendingen per dag rond de uiterste datum, {year} naast {previous}.")
PROGRESS_NOTE = _(
    "Volle lijn = ontvangen, streepjes = aanvaard. Wat meer dan een jaar na de uiterste datum gebeurde, staat enkel "
    "in de tabel."
)
PROGRESS_KINDS = {"received": _("ontvangen {year}"), "accepted": _("aanvaard {year}")}
NO_PROGRESS = _("Voor {year} is nog niets ontvangen. Laad bestanden met `opvangspiegel load`.")
DAYS = _("dagen na de uiterste datum")

CALL = _("Wie bellen we?")
CALL_SUMMARY_ONE = _("{n} bestuur geeft een reden om te bellen of te schrijven.")
CALL_SUMMARY_MORE = _("{n} besturen geven een reden om te bellen of te schrijven.")
NOBODY_TO_CALL = _("Niemand: alles is ingediend, en niets wacht op een antwoord.")
OVERDUE = _("niets ontvangen, de uiterste datum is voorbij")
REFUSED_ONE, REFUSED_MORE = _("{n} bestand geweigerd"), _("{n} bestanden geweigerd")
QUERIES_ONE, QUERIES_MORE = (
    _("{n} vraag onbeantwoord sinds {day}"),
    _("{n} vragen onbeantwoord, de oudste sinds {day}"),
)
PROBLEMS_ONE, PROBLEMS_MORE = _("{n} open opmerking"), _("{n} open opmerkingen")
MAILBOX = _("Mailbox")
WHY = _("Waarom")

PENDING = _("Wat nu publiceren zou veranderen")
PENDING_NONE = _("Niets: deze publicatie bevat alles wat aanvaard is.")
PENDING_ONE = _("Van {n} inzending zou iets anders gepubliceerd worden.")
PENDING_MORE = _("Van {n} inzendingen zou iets anders gepubliceerd worden.")
PENDING_NOTE = _(
    "Welke cijfers daardoor veranderen, en hoeveel, toont `opvangspiegel changes --if-published`; publiceren gaat met "
    "`opvangspiegel build`."
)
PENDING_KINDS = {
    "added": _("wordt voor het eerst gepubliceerd"),
    "replaced": _("een andere versie komt in de plaats"),
    "removed": _("wordt niet meer gepubliceerd"),
    "decided": _("er is sindsdien over beslist"),
    "corrected": _("er is sindsdien een cel gecorrigeerd, of een correctie ingetrokken"),
}
PUBLISHED_VERSION, NEXT_VERSION = _("Gepubliceerde versie"), _("Volgende versie")
DECIDE_NOTE = _(
    "Beslissen gaat met `opvangspiegel accept`, `opvangspiegel query` en `opvangspiegel withdraw`, telkens met --nis "
    "en --year."
)
