"""What `opvangspiegel report` asks for, written to files, with progress and sentences in the terminal."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from dashboard import data
from dashboard import texts_report as texts
from dashboard.charts import theme as _theme  # noqa: F401  (registers the chart theme)
from dashboard.language import translated as _
from dashboard.language import written_in
from dashboard.queries import lists
from dashboard.queries.benchmarks import OWN_SELECTION, Choice
from dashboard.report.request import ReportError, subject_of
from dashboard.report.write import Order, orders_for_all, write_all, write_report
from ingest import console
from ingest.cli_errors import sentence_of


@dataclass(frozen=True)
class Asked:
    """What the command line asks: one report, or with ``nis`` null those of all authorities into a folder."""

    nis: str | None
    year: int
    care_type: str
    peer_group: str
    peers: tuple[str, ...]
    language: str
    output: str
    beside: tuple[str, ...]

    def order(self, nis_code: str) -> Order:
        """The order for one authority."""
        group = OWN_SELECTION if self.peers else self.peer_group
        choice = Choice(nis_code, self.year, self.care_type, group, tuple(self.peers))
        return Order(choice, self.language, Path(self.output), frozenset(self.beside))


def run(asked_json: str) -> int:
    """Write what is asked and give the exit code: 0 when every file stands there, otherwise 1 and a sentence.

    Args:
        asked_json: the fields of ``Asked``.
    """
    asked = Asked(**json.loads(asked_json))
    with written_in(asked.language):
        try:
            data.check_publication()
            return _one(asked, asked.nis) if asked.nis else _all(asked)
        except data.PublicationMissing:
            console.fail(_(texts.NO_PUBLICATION))
        except data.PublicationUnreadable as error:
            console.fail(_(texts.UNREADABLE).format(reason=error))
        except ReportError as error:
            console.fail(str(error))
        except OSError as error:
            console.fail(sentence_of(error))
    return 1


def _one(asked: Asked, nis_code: str) -> int:
    for path in write_report(asked.order(nis_code)):
        console.say(_(texts.WRITTEN).replace("{path}", "{}"), path)
    return 0


def _all(asked: Asked) -> int:
    names, failed = lists.authorities(), []
    subject_of(asked.order(next(iter(names))).choice)
    with console.progress(_(texts.WORKING)) as on_progress:
        orders = orders_for_all(asked.order(""), names.items())
        for done, outcome in enumerate(write_all(orders), start=1):
            name = names[outcome.order.choice.nis_code]
            on_progress(done, len(orders), name)
            if outcome.reason:
                code = outcome.order.choice.nis_code
                failed.append(_(texts.FAILED_FOR).format(name=name, nis_code=code, reason=outcome.reason))
    for sentence in failed:
        console.fail(sentence)
    n = len(orders) - len(failed)
    console.say(_(texts.WRITTEN_ALL).replace("{n}", str(n)).replace("{path}", "{}"), asked.output)
    return 1 if failed else 0
