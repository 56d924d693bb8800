"""The evaluation meeting: frozen quarters, follow-ups with their history, the findings of an accepted upload."""

import sqlalchemy as sa
from alembic import op

from sakip_app.store.triggers import append_only

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

HANYA_TAMBAH = ("rekam", "tindak_lanjut", "tindak_lanjut_langkah", "temuan")


def upgrade() -> None:
    op.create_table(
        "rekam",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("kode_instansi", sa.String, nullable=False),
        sa.Column("tahun", sa.Integer, nullable=False),
        sa.Column("triwulan", sa.Integer, nullable=False),
        sa.Column("isi", sa.LargeBinary, nullable=False),
        sa.Column("sidik", sa.String, nullable=False),
        sa.Column("versi", sa.Integer, nullable=False),
        *_said(),
        sa.PrimaryKeyConstraint("id", name="pk_rekam"),
        sa.ForeignKeyConstraint(["kode_instansi"], ["instansi.kode"], name="fk_rekam_kode_instansi"),
    )
    op.create_index("ix_rekam_kode_instansi_tahun_triwulan", "rekam", ["kode_instansi", "tahun", "triwulan"])
    op.create_table(
        "tindak_lanjut",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("uid", sa.String(64), nullable=False),
        sa.Column("kode_instansi", sa.String, nullable=False),
        sa.Column("kode_unit", sa.String),
        sa.Column("indikator_id", sa.Integer),
        sa.Column("tahun", sa.Integer, nullable=False),
        sa.Column("triwulan", sa.Integer, nullable=False),
        sa.Column("rekam_id", sa.Integer),
        sa.Column("apa", sa.String, nullable=False),
        sa.Column("penanggung_jawab", sa.String, nullable=False),
        sa.Column("tenggat", sa.Date),
        sa.Column("ukuran_berhasil", sa.String),
        *_said(),
        sa.PrimaryKeyConstraint("id", name="pk_tindak_lanjut"),
        sa.UniqueConstraint("uid", name="uq_tindak_lanjut_uid"),
        sa.ForeignKeyConstraint(["kode_instansi"], ["instansi.kode"], name="fk_tindak_lanjut_kode_instansi"),
        sa.ForeignKeyConstraint(["indikator_id"], ["indikator.id"], name="fk_tindak_lanjut_indikator_id"),
        sa.ForeignKeyConstraint(["rekam_id"], ["rekam.id"], name="fk_tindak_lanjut_rekam_id"),
        sa.ForeignKeyConstraint(
            ["kode_instansi", "kode_unit"],
            ["unit.kode_instansi", "unit.kode_unit"],
            name="fk_tindak_lanjut_kode_instansi_kode_unit",
        ),
    )
    op.create_index("ix_tindak_lanjut_kode_instansi", "tindak_lanjut", ["kode_instansi"])
    _create_steps()
    op.create_table(
        "temuan",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("unggahan_id", sa.Integer, nullable=False),
        sa.Column("kode", sa.String, nullable=False),
        sa.Column("tingkat", sa.String, nullable=False),
        sa.Column("lembar", sa.String, nullable=False),
        sa.Column("sel", sa.String, nullable=False),
        sa.Column("nilai", sa.String, nullable=False),
        sa.Column("pesan", sa.String, nullable=False),
        sa.Column("saran", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_temuan"),
        sa.ForeignKeyConstraint(["unggahan_id"], ["unggahan.id"], name="fk_temuan_unggahan_id"),
    )
    op.create_index("ix_temuan_unggahan_id", "temuan", ["unggahan_id"])
    for table in HANYA_TAMBAH:
        append_only(table)


def _create_steps() -> None:
    op.create_table(
        "tindak_lanjut_langkah",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("uid", sa.String(64), nullable=False),
        sa.Column("tindak_lanjut_id", sa.Integer, nullable=False),
        sa.Column("keadaan", sa.String),
        sa.Column("catatan", sa.String),
        sa.Column("bukti", sa.String),
        sa.Column("apa", sa.String),
        sa.Column("penanggung_jawab", sa.String),
        sa.Column("tenggat", sa.Date),
        sa.Column("tahun", sa.Integer),
        sa.Column("triwulan", sa.Integer),
        sa.Column("unggahan_id", sa.Integer),
        sa.Column("batal", sa.Boolean(create_constraint=False), nullable=False),
        *_said(),
        sa.PrimaryKeyConstraint("id", name="pk_tindak_lanjut_langkah"),
        sa.UniqueConstraint("uid", name="uq_tindak_lanjut_langkah_uid"),
        sa.ForeignKeyConstraint(
            ["tindak_lanjut_id"], ["tindak_lanjut.id"], name="fk_tindak_lanjut_langkah_tindak_lanjut_id"
        ),
        sa.ForeignKeyConstraint(["unggahan_id"], ["unggahan.id"], name="fk_tindak_lanjut_langkah_unggahan_id"),
    )
    op.create_index("ix_tindak_lanjut_langkah_tindak_lanjut_id", "tindak_lanjut_langkah", ["tindak_lanjut_id"])


def _said() -> tuple[sa.Column[str], sa.Column[object]]:
    return sa.Column("pelaku", sa.String, nullable=False), sa.Column("waktu", sa.DateTime, nullable=False)
