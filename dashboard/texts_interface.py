"""What Streamlit itself says, in the words of the dashboard: its own texts are English, whatever the page speaks."""

from dashboard.language import marked as _

# What Streamlit writes, and what a reader sees and hears instead; where the English ends in a space, a name follows.
REPLACED = {
    "Skip to main content": _("Naar de inhoud"),
    "App pages": _("Pagina's"),
    "Sidebar": _("Uw keuzes"),
    "Collapse sidebar": _("Verberg uw keuzes"),
    "Expand sidebar": _("Toon uw keuzes"),
    "Main menu": _("Menu"),
    "Selectbox options": _("Mogelijkheden"),
    "Multiselect options": _("Mogelijkheden"),
    "Selected values": _("Gekozen"),
    "No results": _("Niets gevonden"),
    "Select all": _("Kies alles"),
    "Clear all": _("Wis alles"),
    "Clear value": _("Wis deze keuze"),
    "Clear entry": _("Wis wat er staat"),
    "Help": _("Uitleg"),
    "Help for ": _("Uitleg bij "),
    "Remove ": _("Verwijder "),
    "Upload": _("Kies een bestand"),
    "Add files": _("Kies een ander bestand"),
    "file upload": _("Kies een bestand"),
    "visualization": _("grafiek"),
    "Running...": _("Bezig …"),
    "Dataframe column menu": _("Menu van de kolom"),
    "Copy column name": _("Kopieer de naam van de kolom"),
    "Sort ascending": _("Sorteer van laag naar hoog"),
    "Sort descending": _("Sorteer van hoog naar laag"),
    "Autosize": _("Pas de breedte aan"),
    "Pin column": _("Zet de kolom vast"),
    "Unpin column": _("Maak de kolom los"),
    "Hide column": _("Verberg de kolom"),
    "Close": _("Sluit"),
    "Connection error": _("Geen verbinding"),
    "Streamlit server is not responding. Are you connected to the internet?": _(
        "De toepassing antwoordt niet. Deze pagina probeert het telkens opnieuw; wat u koos, staat in de link."
    ),
    # What Streamlit says of an error of ours that nobody foresaw; what happened stands in the log of the server.
    "This app has encountered an error. The original error message is redacted to prevent data leaks. Full error "
    "details have been recorded in the logs (if you're on Streamlit Cloud, click on 'Manage app' in the lower right of "
    "your app).": _(
        "Door een fout in de toepassing kon (een deel van) deze pagina niet getekend worden. Uw keuzes en de cijfers "
        "zelf zijn niet geraakt. Wat er misliep, staat in het logboek van de server: geef aan wie de toepassing "
        "beheert door welke pagina het was en hoe laat."
    ),
}

COPY_LINK = _("Kopieer de link")
LINK_COPIED = _("De link is gekopieerd.")
LINK_NOT_COPIED = _("Kopiëren lukte niet. Neem de link over uit de adresbalk.")
