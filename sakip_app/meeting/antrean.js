// What was said waits here until the server has it. Each entry lies in the browser's storage under a key of its own
// before it is sent, is sent in the order it was typed and leaves only when the server says that it is stored.
// The server knows an entry by its uid, so sending it once more never keeps it twice.

const LACI = 'sakip:tayang:';
const JEDA = [1000, 2000, 4000, 8000, 15000];
const SABAR_MS = 10000;

const antrean = {
  laci: simpanan('localStorage'),
  ingatan: new Map(),
  terakhir: 0,
  sedang: false,
  lagi: false,
  gagal: 0,
  alarm: 0,
  /** Set by the rest of the page: what to do when something changed, and when something is stored. */
  berubah: () => {},
  tersimpan: () => {},
};

/** All entries of this browser, oldest first: also those of other tabs and of other meetings. */
function antreanSemua() {
  const semua = new Map(antrean.ingatan);
  for (let nomor = 0; antrean.laci && nomor < antrean.laci.length; nomor += 1) {
    const kunci = antrean.laci.key(nomor);
    if (!kunci || !kunci.startsWith(LACI)) continue;
    const surat = bacaSurat(antrean.laci.getItem(kunci));
    if (surat) semua.set(surat.uid, surat);
  }
  return [...semua.values()].sort((satu, lain) => satu.waktu - lain.waktu || (satu.uid < lain.uid ? -1 : 1));
}

function bacaSurat(teks) {
  try {
    const surat = JSON.parse(teks);
    return surat && surat.uid && surat.kode && surat.jalan ? surat : null;
  } catch {
    return null;
  }
}

/** The entries of this meeting. */
function antreanSini() {
  return antreanSemua().filter((surat) => surat.kode === DATA.kode);
}

function antreanTaruh(surat) {
  try {
    if (!antrean.laci) throw new Error('tanpa simpanan');
    antrean.laci.setItem(`${LACI}${surat.kode}:${surat.uid}`, JSON.stringify(surat));
    antrean.ingatan.delete(surat.uid);
  } catch {
    antrean.ingatan.set(surat.uid, surat);
  }
}

function antreanBuang(surat) {
  antrean.ingatan.delete(surat.uid);
  if (antrean.laci) antrean.laci.removeItem(`${LACI}${surat.kode}:${surat.uid}`);
}

/** Keep something said and send it; ``jalan`` is keputusan, langkah or batal. */
function antreanTambah(jalan, isi, uid = namaBaru()) {
  antrean.terakhir = Math.max(Date.now(), antrean.terakhir + 1);
  antreanTaruh({ uid, kode: DATA.kode, jalan, isi: { ...isi, uid }, waktu: antrean.terakhir, ditolak: null });
  antrean.berubah();
  antreanKirim();
  return uid;
}

/** Take back what the server refused: it was never stored. */
function antreanHapus(uid) {
  antreanSemua().filter((surat) => surat.uid === uid).forEach(antreanBuang);
  antrean.berubah();
}

/** Send what waits; only one tab of a browser at a time where it can be told. */
async function antreanKirim() {
  if (antrean.sedang) {
    antrean.lagi = true;
    return;
  }
  antrean.sedang = true;
  clearTimeout(antrean.alarm);
  try {
    do {
      antrean.lagi = false;
      if (navigator.locks) await navigator.locks.request(LACI, { ifAvailable: true }, (kunci) => kunci && kirimSemua());
      else await kirimSemua();
    } while (antrean.lagi);
  } finally {
    antrean.sedang = false;
    if (berikutnya(new Set())) jadwalkan();
    antrean.berubah();
  }
}

function jadwalkan() {
  const jeda = JEDA[Math.max(0, Math.min(antrean.gagal, JEDA.length) - 1)];
  antrean.alarm = setTimeout(antreanKirim, jeda * (0.8 + 0.4 * Math.random()));
}

/** What the server has neither stored nor refused yet. */
function menunggu() {
  return antreanSemua().filter((surat) => !surat.ditolak);
}

/** The next to send: not refused, and not about a decision that is itself still to be stored. */
function berikutnya(lewati) {
  const semua = antreanSemua();
  const belum = new Set(semua.filter((surat) => surat.jalan === 'keputusan').map((surat) => surat.uid));
  return semua.find((surat) => !surat.ditolak && !lewati.has(surat.uid) && !belum.has(surat.isi.untuk));
}

async function kirimSemua() {
  const lewati = new Set();
  for (let surat = berikutnya(lewati); surat; surat = berikutnya(lewati)) {
    const hasil = await kirimSatu(surat);
    if (hasil.baris) {
      antrean.gagal = 0;
      antrean.tersimpan(surat, hasil);
      antreanBuang(surat);
    } else if (hasil.ditolak) {
      antreanTaruh({ ...surat, ditolak: hasil.ditolak });
    } else {
      antrean.gagal += 1;
      if (hasil.putus) return;
      lewati.add(surat.uid);
    }
    antrean.berubah();
  }
}

/** The server's answer: the row it stored, a refusal with its sentence, or neither (then it is sent again later). */
async function kirimSatu(surat) {
  const henti = new AbortController();
  const batas = setTimeout(() => henti.abort(), SABAR_MS);
  try {
    const jawab = await fetch(`${AWAL}${encodeURIComponent(surat.kode)}/${surat.jalan}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(surat.isi),
      signal: henti.signal,
      cache: 'no-store',
    });
    sambungan(true);
    const isi = await jawab.json().catch(() => null);
    // Anything but our own answer (a sign-in page, a proxy's excuse) says nothing of what was stored.
    if (jawab.ok && isi && isi.uid === surat.uid) return isi;
    if ([400, 404, 413, 422].includes(jawab.status) && isi && isi.pesan) {
      return { ditolak: { pesan: isi.pesan, saran: isi.saran || '' } };
    }
    return {};
  } catch {
    sambungan(false);
    return { putus: true };
  } finally {
    clearTimeout(batas);
  }
}

window.addEventListener('online', () => {
  antrean.gagal = 0;
  antreanKirim();
});
window.addEventListener('storage', (peristiwa) => {
  if (!peristiwa.key || !peristiwa.key.startsWith(LACI)) return;
  antrean.berubah();
  if (peristiwa.newValue === null) tanyaServer(); // another tab has it stored
});
window.addEventListener('beforeunload', (peristiwa) => {
  if (!menunggu().length && keadaan.tersambung) return;
  peristiwa.preventDefault();
  peristiwa.returnValue = '';
});
