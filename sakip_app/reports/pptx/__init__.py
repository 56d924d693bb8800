"""The deck as a PowerPoint file: native charts and tables that stay editable, words that read the same everywhere."""

from sakip_app.reports.pptx.write import write_pptx

__all__ = ["write_pptx"]
