"""Who the authority is compared with and why; choosing peers oneself; and a region as a whole."""

from dashboard import texts_peers as texts
from dashboard.components import notes, peer_views, pickers
from dashboard.components.help import help_on
from dashboard.components.link import linked_buttons, settled
from dashboard.language import translated as _
from dashboard.language import translated_values

# Each view first asks what its pictures show, and gives back how to draw them.
VIEWS = {"nearest": peer_views.nearest, "own": peer_views.own_selection, "group": peer_views.group}

picked = pickers.picked()
offered = ("view", _(texts.MODE), translated_values(texts.MODES), "nearest")
draw = VIEWS[settled(*offered)](picked)

notes.open_page(_(texts.TITLE).format(name=picked.name))
linked_buttons(*offered, help_on("nearest", "distance", "weight"))
draw()
