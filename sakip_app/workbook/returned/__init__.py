"""The workbook comes back: the planner's own file with its findings marked.

``mark_workbook`` is a plain function of bytes, so that it can run in a process of its own. ``planner_grids`` is for
the reader: a returned copy is read as if it had never been marked.
"""

from sakip_app.workbook.returned.listing import is_findings_sheet
from sakip_app.workbook.returned.marking import mark_workbook, planner_grids

__all__ = ["is_findings_sheet", "mark_workbook", "planner_grids"]
