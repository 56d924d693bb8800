// How the meeting stands: what the server has, with what still waits laid over it.

const SELANG_MS = 4000;
const SELANG_PUTUS_MS = [2000, 4000, 8000, 15000];

const keadaan = {
  tersambung: true,
  keputusan: [],
  janji: [],
  nomor: 0,
  gagal: 0,
  alarm: 0,
  baruTersimpan: 0,
  /** Set by the rest of the page. */
  berubah: () => {},
};

function sambungan(ada) {
  if (keadaan.tersambung === ada) return;
  keadaan.tersambung = ada;
  keadaan.berubah();
}

function keadaanDari(isi) {
  const lama = JSON.stringify([keadaan.keputusan, keadaan.janji]);
  keadaan.keputusan = isi.keputusan;
  keadaan.janji = isi.janji;
  if (JSON.stringify([isi.keputusan, isi.janji]) !== lama) keadaan.berubah();
}

/** Ask the server; an answer that set out before something was stored is asked for again. */
async function tanyaServer() {
  clearTimeout(keadaan.alarm);
  if (document.hidden) return;
  const nomor = keadaan.nomor;
  const henti = new AbortController();
  const batas = setTimeout(() => henti.abort(), SABAR_MS);
  let jeda = SELANG_MS;
  try {
    const jawab = await fetch(`${AWAL}${encodeURIComponent(DATA.kode)}/keputusan`, {
      cache: 'no-store',
      signal: henti.signal,
    });
    const isi = jawab.ok ? await jawab.json() : null;
    if (!isi || !Array.isArray(isi.keputusan)) throw new Error('bukan jawaban rapat');
    const kembali = !keadaan.tersambung;
    keadaan.gagal = 0;
    sambungan(true);
    if (nomor === keadaan.nomor) keadaanDari(isi);
    else jeda = 0;
    if (kembali) {
      antrean.gagal = 0;
      antreanKirim();
    }
  } catch {
    jeda = SELANG_PUTUS_MS[Math.min(keadaan.gagal, SELANG_PUTUS_MS.length - 1)];
    keadaan.gagal += 1;
    sambungan(false);
  } finally {
    clearTimeout(batas);
    clearTimeout(keadaan.alarm);
    keadaan.alarm = setTimeout(tanyaServer, jeda);
  }
}

document.addEventListener('visibilitychange', () => {
  if (!document.hidden) tanyaServer();
});

antrean.tersimpan = (surat, hasil) => {
  keadaan.nomor += 1;
  keadaan.baruTersimpan = Date.now();
  if (surat.kode !== DATA.kode) return;
  const ganti = (semua) => semua.map((satu) => (satu.id === hasil.baris.id ? hasil.baris : satu));
  const ada = keadaan.keputusan.some((satu) => satu.id === hasil.baris.id);
  keadaan.janji = ganti(keadaan.janji);
  keadaan.keputusan = ganti(keadaan.keputusan);
  if (!ada && (surat.jalan === 'keputusan' || surat.isi.bawa)) keadaan.keputusan = [...keadaan.keputusan, hasil.baris];
  if (hasil.batal) {
    keadaan.keputusan = keadaan.keputusan.filter((satu) => satu.id !== hasil.baris.id);
    keadaan.janji = keadaan.janji.filter((satu) => satu.id !== hasil.baris.id);
  }
};

/** Rows of the server with what waits laid over them; ``tanda`` says what is under way, ``surat`` what was refused. */
function denganAntrean(rows, surat) {
  const hasil = rows.map((satu) => ({ ...satu, tanda: '', tolak: null }));
  for (const satu of surat) {
    if (satu.jalan === 'keputusan') {
      if (!hasil.some((baris) => baris.uid === satu.uid)) hasil.push(barisDari(satu));
      continue;
    }
    const baris = hasil.find((lain) => lain.uid === satu.isi.untuk);
    if (baris) timpa(baris, satu);
  }
  return hasil;
}

function barisDari({ uid, isi, ditolak }) {
  return {
    id: null,
    uid,
    apa: isi.apa,
    penanggung_jawab: isi.penanggung_jawab,
    tenggat: isi.tenggat,
    tenggat_teks: sebutTanggal(isi.tenggat),
    kode_unit: isi.kode_unit || null,
    unit: namaUnit(isi.kode_unit),
    kode_indikator: isi.kode_indikator || null,
    indikator: namaIndikator(isi.kode_unit, isi.kode_indikator),
    ukuran_berhasil: isi.ukuran_berhasil || '',
    keadaan: 'belum',
    kata: DATA.kata.belum,
    catatan: '',
    dibawa: false,
    asal: '',
    tanda: ditolak ? 'perlu diperbaiki' : 'menunggu',
    tolak: ditolak ? { uid, ...ditolak } : null,
  };
}

function timpa(baris, surat) {
  if (surat.ditolak) {
    Object.assign(baris, { tanda: 'perlu diperbaiki', tolak: { uid: surat.uid, ...surat.ditolak } });
    return;
  }
  const { isi } = surat;
  for (const nama of ['apa', 'penanggung_jawab', 'catatan']) if (isi[nama]) baris[nama] = isi[nama];
  if (isi.keadaan) baris.keadaan = isi.keadaan;
  if (isi.tenggat) Object.assign(baris, { tenggat: isi.tenggat, tenggat_teks: sebutTanggal(isi.tenggat) });
  if (baris.keadaan === 'lewat' && isi.tenggat) baris.keadaan = 'belum';
  baris.kata = DATA.kata[baris.keadaan];
  if (isi.bawa) baris.bawa = true;
  if (!baris.tolak) baris.tanda = surat.jalan === 'batal' ? 'ditarik, menunggu' : 'menunggu';
}

/** The decisions of this meeting as the room sees them. */
function keputusanKini() {
  const surat = antreanSini();
  const dibawa = surat.filter((satu) => satu.isi.bawa && !satu.ditolak).map((satu) => satu.isi.untuk);
  const ada = new Set(keadaan.keputusan.map((satu) => satu.uid));
  const tambahan = keadaan.janji.filter((satu) => dibawa.includes(satu.uid) && !ada.has(satu.uid));
  const rows = denganAntrean([...keadaan.keputusan, ...tambahan], surat);
  const tampak = new Set([...rows, ...janjiTampak()].map((satu) => satu.uid));
  return [...rows, ...surat.filter((satu) => satu.ditolak && !tampak.has(satu.isi.untuk ?? satu.uid)).map(barisYatim)];
}

/** The earlier follow-ups that have a row on a slide. */
function janjiTampak() {
  const slaid = new Set(DATA.slaid.flatMap((satu) => satu.janji || []));
  return keadaan.janji.filter((satu) => slaid.has(satu.id));
}

/** What was refused and has no row to stand in, for its decision is gone: a row of its own, with what was said. */
function barisYatim({ uid, isi, tentang, ditolak }) {
  const kata = [isi.apa, isi.catatan, isi.alasan, DATA.kata[isi.keadaan]].filter(Boolean).join(' · ');
  return {
    id: null,
    uid,
    yatim: true,
    apa: kata || 'Perubahan',
    penanggung_jawab: isi.penanggung_jawab || '–',
    tenggat_teks: sebutTanggal(isi.tenggat) || '–',
    unit: tentang ? `Perubahan pada “${tentang.apa}”` : '',
    tanda: 'perlu diperbaiki',
    tolak: { uid, ...ditolak },
  };
}

/** The earlier follow-ups as they stand now. */
function janjiKini() {
  return denganAntrean(keadaan.janji, antreanSini().filter((satu) => satu.jalan !== 'keputusan'));
}
