"""The addresses of the meeting page: what they answer, keep once, and refuse, over a real store."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import httpx
import pytest
import sqlalchemy as sa
from starlette.applications import Starlette

from sakip_app import store
from sakip_app.meeting import meeting_routes, room
from tests.conftest import Open
from tests.meeting.rapat_contoh import JAHIL, PANJANG, fill, frozen

HERE = {"Origin": "http://testserver"}
AUDIT: dict[str, Any] = {
    "uid": "a" * 32,
    "apa": "Audit setiap kematian ibu",
    "penanggung_jawab": "Kepala Dinas Kesehatan",
    "tenggat": "2026-11-15",
    "kode_unit": "u",
    "kode_indikator": "1",
    "ukuran_berhasil": "Angka kematian ibu ≤ 86",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A file with the meeting in it, and the short id of its snapshot; each test takes a copy."""
    file = tmp_path_factory.mktemp("rapat") / "sakip.db"
    opened = store.open_store(str(file))
    fill(opened)
    kode = frozen(opened)
    opened.dispose()
    return file, kode


@pytest.fixture
def engine(made: tuple[Path, str], tmp_path: Path, open_again: Open) -> sa.Engine:
    return open_again(str(shutil.copy(made[0], tmp_path / "sakip.db")))


@pytest.fixture
def kode(made: tuple[Path, str]) -> str:
    return made[1]


class Client:
    """Asks the routes, each time from a loop of its own, so that several threads may."""

    def __init__(self, engine: Callable[[], sa.Engine]) -> None:
        self.transport = httpx.ASGITransport(Starlette(routes=meeting_routes(engine)), raise_app_exceptions=False)

    def ask(self, method: str, url: str, **more: Any) -> httpx.Response:
        async def once() -> httpx.Response:
            async with httpx.AsyncClient(transport=self.transport, base_url="http://testserver") as client:
                return await client.request(method, url, **more)

        return asyncio.run(once())

    def get(self, url: str) -> httpx.Response:
        return self.ask("GET", url)

    def post(self, url: str, **more: Any) -> httpx.Response:
        return self.ask("POST", url, **more)


@pytest.fixture
def client(engine: sa.Engine) -> Client:
    return Client(lambda: engine)


@pytest.fixture(scope="module")
def still(made: tuple[Path, str]) -> Iterator[tuple[Client, sa.Engine]]:
    """For tests after which nothing is kept: the file itself, opened once."""
    opened = store.open_store(str(made[0]))
    yield Client(lambda: opened), opened
    opened.dispose()


def send(client: Client, kode: str, way: str, letter: Any, **headers: str) -> httpx.Response:
    return client.post(f"/tayang/{kode}/{way}", json=letter, headers=HERE | headers)


def state(client: Client, kode: str) -> dict[str, Any]:
    answer = client.get(f"/tayang/{kode}/keputusan")
    assert answer.headers["cache-control"] == "no-store"
    return dict(answer.json())


def kept(engine: sa.Engine) -> list[str]:
    """What was decided in the meeting of the third quarter."""
    return [satu.apa for satu in store.list_tindak_lanjut(engine, "B") if satu.triwulan == 3]


def embedded(html: str, name: str) -> Any:
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', html, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


def test_the_page_carries_every_slide_and_lets_no_text_become_script(client: Client, kode: str) -> None:
    page = client.get(f"/tayang/{kode}")
    assert page.status_code == 200
    assert page.headers["cache-control"] == "no-store"
    data = embedded(page.text, "data-rapat")
    assert data["slaid"][0]["jenis"] == "agenda"
    assert data["slaid"][-1]["jenis"] == "keputusan"
    units = [slide for slide in data["slaid"] if slide["jenis"] == "unit"]
    assert {slide["kode_unit"] for slide in units} == set("uvwxyz")
    assert ["2", JAHIL] in next(unit for unit in data["unit"] if unit["kode"] == "u")["pilihan"]
    assert ["1", PANJANG] in next(unit for unit in data["unit"] if unit["kode"] == "u")["pilihan"]
    assert data["batas"] == {"apa": 500, "orang": 200, "catatan": 2000, "tahun": 2100}
    assert JAHIL not in page.text
    assert len(re.findall(r"<script[ >]", page.text)) == 3
    assert not re.search(r"<[^>]+\son\w+=", page.text.split('<script type="application/json"')[0])


def test_only_the_page_s_own_script_may_run(client: Client, kode: str) -> None:
    policy = client.get(f"/tayang/{kode}").headers["content-security-policy"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert re.fullmatch(r"'sha256-[\w+/]{43}='", rules["script-src"])
    assert re.fullmatch(r"'sha256-[\w+/]{43}='", rules["style-src-elem"])
    assert rules["connect-src"] == "'self'"
    assert (rules["base-uri"], rules["form-action"]) == ("'none'", "'none'")


@pytest.mark.parametrize("unknown", ["2026-TW3-9999", "x", "..%2f..", "%00", "a" * 500, "%3Cscript%3E"])
def test_an_unknown_meeting_says_so(still: tuple[Client, sa.Engine], unknown: str) -> None:
    client, _ = still
    page = client.get(f"/tayang/{unknown}")
    assert page.status_code == 404
    if "%2f" not in unknown:
        assert "Rapat dengan nomor rekam ini tidak ditemukan." in page.text
        assert client.get(f"/tayang/{unknown}/keputusan").status_code == 404
        assert send(client, unknown, "keputusan", AUDIT).json()["pesan"].startswith("Rapat dengan nomor")


def test_a_page_is_drawn_once_also_when_two_ask_at_once(
    client: Client, kode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    barrier = Barrier(2)
    draw = room.draw_page

    def counting(dek: Any, rekam: Any) -> Any:
        drawn.append(dek.kode)
        return draw(dek, rekam)

    def ask(_: int) -> str:
        barrier.wait()
        return client.get(f"/tayang/{kode}").text

    monkeypatch.setattr(room, "draw_page", counting)
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(ask, range(2))
    assert first == second
    assert drawn == [kode]


def test_a_decision_is_kept_with_what_it_concerns(client: Client, engine: sa.Engine, kode: str) -> None:
    answer = send(client, kode, "keputusan", AUDIT)
    assert answer.status_code == 200
    assert answer.json()["uid"] == AUDIT["uid"]
    row = answer.json()["baris"]
    assert row["tenggat_teks"] == "15 Nov 2026"
    assert (row["unit"], row["indikator"]) == ("Dinas Kesehatan", PANJANG)
    (stored,) = [satu for satu in store.list_tindak_lanjut(engine, "B") if satu.triwulan == 3]
    assert (stored.apa, stored.kode_unit, stored.kode_indikator) == ("Audit setiap kematian ibu", "u", "1")
    assert (stored.tahun, stored.triwulan, stored.rekam, stored.pelaku) == (2026, 3, kode, "Tamu")
    assert [satu["apa"] for satu in state(client, kode)["keputusan"]] == ["Audit setiap kematian ibu"]
    assert embedded(client.get(f"/tayang/{kode}").text, "data-keadaan")["keputusan"] == [row]


def test_the_same_letter_again_keeps_nothing_twice(client: Client, engine: sa.Engine, kode: str) -> None:
    first, second = (send(client, kode, "keputusan", AUDIT) for _ in range(2))
    assert first.json() == second.json()
    barrier = Barrier(4)

    def at_once(number: int) -> int:
        barrier.wait()
        return send(client, kode, "keputusan", {**AUDIT, "uid": f"bersama-{number % 2}"}).status_code

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(at_once, range(4))) == [200] * 4
    assert kept(engine) == ["Audit setiap kematian ibu"] * 3


def test_steps_corrections_and_carrying_on(client: Client, engine: sa.Engine, kode: str) -> None:
    lalu = {satu["uid"]: satu for satu in state(client, kode)["janji"]}
    assert {uid: satu["kata"] for uid, satu in lalu.items()} == {
        "lalu-truk": "lewat tenggat",
        "lalu-jalan": "belum mulai",
    }
    step = {"uid": "langkah-1", "id": lalu["lalu-truk"]["id"], "catatan": "Dana digeser", "tenggat": "2099-01-05"}
    for _ in range(2):
        assert send(client, kode, "langkah", {**step, "bawa": True}).status_code == 200
    now = state(client, kode)
    (carried,) = now["keputusan"]
    assert (carried["apa"], carried["dibawa"], carried["asal"]) == ("Sewa dua truk sampah", True, "TW II")
    assert (carried["kata"], carried["catatan"], carried["tenggat"]) == (
        "belum mulai",
        "Dana digeser",
        "2099-01-05",
    )

    send(client, kode, "keputusan", AUDIT)
    fix = {"uid": "langkah-2", "untuk": AUDIT["uid"], "apa": "Audit tiap kematian ibu dan bayi"}
    assert send(client, kode, "langkah", fix).json()["baris"]["apa"] == "Audit tiap kematian ibu dan bayi"
    stored = next(satu for satu in store.list_tindak_lanjut(engine, "B") if satu.uid == "lalu-truk")
    assert len(stored.riwayat) == 1


def test_a_decision_is_withdrawn_with_its_reason(client: Client, engine: sa.Engine, kode: str) -> None:
    send(client, kode, "keputusan", AUDIT)
    letter = {"uid": "tarik-001", "untuk": AUDIT["uid"], "alasan": "Sudah ada di DPA"}
    for _ in range(2):
        assert send(client, kode, "batal", letter).json()["batal"] is True
    assert state(client, kode)["keputusan"] == []
    assert kept(engine) == []
    (gone,) = [s for s in store.list_tindak_lanjut(engine, "B", dengan_batal=True) if s.batal]
    assert gone.riwayat[-1].catatan == "Sudah ada di DPA"


@pytest.mark.parametrize(
    ("way", "change", "said"),
    [
        ("keputusan", {"apa": "  "}, "belum ditulis"),
        ("keputusan", {"apa": "x" * 501}, "terlalu panjang"),
        ("keputusan", {"penanggung_jawab": ""}, "belum ditulis"),
        ("keputusan", {"tenggat": "15/11/2026"}, "Tenggat tidak terbaca"),
        ("keputusan", {"tenggat": "2026-02-30"}, "Tenggat tidak terbaca"),
        ("keputusan", {"kode_unit": "asing"}, "Unit asing tidak ada"),
        ("keputusan", {"kode_unit": "\ud800"}, "Unit itu tidak dikenal."),
        ("keputusan", {"kode_indikator": "\udfff"}, "Indikator itu tidak dikenal."),
        ("keputusan", {"kode_unit": "v"}, "bukan milik unit ini"),
        ("langkah", {"untuk": "tak-ada-1", "keadaan": "selesai"}, "tidak ditemukan"),
        (
            "langkah",
            {"untuk": "lalu-truk", "apa": None, "tenggat": "", "penanggung_jawab": ""},
            "Belum ada yang diubah",
        ),
        ("batal", {"untuk": "lalu-truk", "alasan": " "}, ""),
    ],
)
def test_what_cannot_be_kept_is_refused_in_a_sentence(
    still: tuple[Client, sa.Engine], kode: str, way: str, change: dict[str, Any], said: str
) -> None:
    client, engine = still
    before = store.list_tindak_lanjut(engine, "B")
    body = json.dumps({**AUDIT, **change})
    headers = HERE | {"Content-Type": "application/json"}
    answer = client.post(f"/tayang/{kode}/{way}", content=body, headers=headers)
    assert answer.status_code == 422
    assert said in answer.json()["pesan"]
    assert answer.json()["pesan"].endswith(".")
    assert answer.json()["saran"].endswith(".")
    assert store.list_tindak_lanjut(engine, "B") == before


@pytest.mark.parametrize(
    "letter",
    [
        *(b"", b"[]", b"null", b"{", b"\xff\xfe", b"[" * 30000),
        *(
            json.dumps({**AUDIT, **wrong}).encode()
            for wrong in (
                {"uid": ""},
                {"uid": 5},
                {"uid": "x y" * 5},
                {"uid": "unggahan-12-34"},
                {"apa": ["x"]},
                {"kode_unit": {"a": 1}},
            )
        ),
    ],
)
def test_letters_of_another_shape_are_refused(still: tuple[Client, sa.Engine], kode: str, letter: bytes) -> None:
    client, engine = still
    headers = HERE | {"Content-Type": "application/json"}
    answer = client.post(f"/tayang/{kode}/keputusan", content=letter, headers=headers)
    assert answer.status_code == 400
    assert answer.json()["pesan"]
    assert kept(engine) == []


def test_characters_that_no_database_keeps_do_no_harm(client: Client, engine: sa.Engine, kode: str) -> None:
    body = json.dumps({**AUDIT, "apa": "Audit\x00 \ud800ibu\nhamil"}).encode()
    headers = HERE | {"Content-Type": "application/json"}
    assert client.post(f"/tayang/{kode}/keputusan", content=body, headers=headers).status_code == 200
    assert kept(engine) == ["Audit ibu hamil"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "http://testserver"}, 200),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Origin": "http://testserver", "Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": "http://testserver", "Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "http://lain.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "https://sakip.example", "X-Forwarded-Host": "sakip.example, dalam"}, 200),
        ({"Origin": "https://lain.example", "X-Forwarded-Host": "sakip.example"}, 403),
        ({"Origin": "null", "X-Forwarded-Host": ""}, 403),
        ({"Origin": "https://s.example", "X-Forwarded-Host": "s.example", "Sec-Fetch-Site": "cross-site"}, 403),
        ({}, 403),
    ],
)
def test_only_the_page_itself_may_write(
    client: Client, engine: sa.Engine, kode: str, headers: dict[str, str], status: int
) -> None:
    assert client.post(f"/tayang/{kode}/keputusan", json=AUDIT, headers=headers).status_code == status
    assert len(kept(engine)) == (1 if status == 200 else 0)


def test_forms_and_large_bodies_are_refused(client: Client, engine: sa.Engine, kode: str) -> None:
    assert client.post(f"/tayang/{kode}/keputusan", data={"apa": "x"}, headers=HERE).status_code == 415
    plain = client.post(f"/tayang/{kode}/keputusan", content=json.dumps(AUDIT), headers=HERE)
    assert plain.status_code == 415
    large = send(client, kode, "keputusan", {**AUDIT, "catatan": "x" * 33_000})
    assert (large.status_code, large.json()["pesan"]) == (413, "Keputusan ini terlalu panjang.")
    assert client.ask("DELETE", f"/tayang/{kode}/keputusan").status_code == 405
    assert kept(engine) == []


def test_a_store_that_fails_is_told_without_its_insides(kode: str, engine: sa.Engine) -> None:
    def broken() -> sa.Engine:
        raise store.StoreTakTerbukaError("rusak", "Basis data /rahasia/sakip.db rusak.", "Periksa berkasnya.")

    client = Client(broken)
    page, asked = client.get(f"/tayang/{kode}"), client.get(f"/tayang/{kode}/keputusan")
    sent = send(client, kode, "keputusan", AUDIT)
    assert [answer.status_code for answer in (page, asked, sent)] == [503] * 3
    assert "Rapat belum dapat dibuka." in page.text
    assert sent.json() == {"pesan": "Server belum dapat menyimpan.", "saran": "Keputusan tetap di antrean."}
    for answer in (page, asked, sent):
        assert "rahasia" not in answer.text
        assert "Traceback" not in answer.text


def test_a_snapshot_of_a_newer_version_says_so(client: Client, engine: sa.Engine) -> None:
    newer = store.freeze(engine, "B", 2026, 3, b"bentuk lain", sidik="baru", versi=1, pelaku="notulis")
    page = client.get(f"/tayang/{newer}")
    assert page.status_code == 503
    assert "Rekam ini disimpan oleh versi aplikasi yang lebih baru." in page.text
