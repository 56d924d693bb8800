"""What a person answered about a form is remembered, a version an answer."""

import sqlalchemy as sa
from alembic import op

from sakip_app.store.triggers import append_only

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "profil",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("kode_instansi", sa.String, nullable=False),
        sa.Column("kode_unit", sa.String, nullable=False),
        sa.Column("sidik", sa.String, nullable=False),
        sa.Column("bentuk", sa.String, nullable=False),
        sa.Column("isi", sa.String),
        sa.Column("sha256", sa.String(64)),
        sa.Column("pelaku", sa.String, nullable=False),
        sa.Column("waktu", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_profil"),
        sa.ForeignKeyConstraint(
            ["kode_instansi", "kode_unit"],
            ["unit.kode_instansi", "unit.kode_unit"],
            name="fk_profil_kode_instansi_kode_unit",
        ),
    )
    op.create_index("ix_profil_kode_instansi_sidik_kode_unit", "profil", ["kode_instansi", "sidik", "kode_unit"])
    append_only("profil")
