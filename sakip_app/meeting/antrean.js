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
  /** Why the server neither stores nor refuses what is sent, in its words; empty where it is only out of reach. */
  sebab: '',
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

/** Keep something said and send it; ``jalan`` is keputusan, langkah or batal, ``tentang`` the row it is said of. */
function antreanTambah(jalan, isi, tentang = null) {
  const uid = namaBaru();
  antrean.terakhir = Math.max(Date.now(), antrean.terakhir + 1);
  antreanTaruh({ uid, kode: DATA.kode, jalan, isi: { ...isi, uid }, tentang, waktu: antrean.terakhir, ditolak: null });
  antrean.berubah();
  antreanKirim();
}

/** Mend what was refused: as it was never stored it keeps its uid and its place, and is sent as it reads now. */
function antreanGanti(lama, isi, jalan = lama.jalan) {
  lipat(lama);
  antreanTaruh({ ...lama, jalan, isi: { ...isi, uid: lama.uid }, ditolak: null });
  antrean.berubah();
  antreanKirim();
}

/** Take back what the server refused, with all that was said of it: it was never stored. */
function antreanHapus(uid) {
  antreanSemua().filter((surat) => surat.uid === uid || surat.isi.untuk === uid).forEach(antreanBuang);
  antrean.berubah();
}

const BAGIAN_KEPUTUSAN = ['apa', 'penanggung_jawab', 'tenggat'];
const BAGIAN_LANGKAH = ['keadaan', 'catatan', 'bawa'];

/**
 * What was said later of a decision that the server refused becomes part of it, for steps wait until it is stored and
 * would then lay their older words over the mended ones. What reads otherwise now is sent once more.
 */
function lipat(putusan) {
  const langkah = antreanSemua().filter((surat) => surat.isi.untuk === putusan.uid);
  if (langkah.some((surat) => surat.jalan === 'batal')) {
    [putusan, ...langkah].forEach(antreanBuang);
    return;
  }
  const beda = {};
  for (const { isi } of langkah) for (const nama of BAGIAN_KEPUTUSAN) if (isi[nama]) beda[nama] = isi[nama];
  if (!Object.keys(beda).length) return;
  antreanTaruh({ ...putusan, isi: { ...putusan.isi, ...beda }, ditolak: null });
  for (const surat of langkah) {
    const sisa = Object.entries(surat.isi).filter(([nama]) => !BAGIAN_KEPUTUSAN.includes(nama));
    if (sisa.some(([nama]) => BAGIAN_LANGKAH.includes(nama))) antreanTaruh({ ...surat, isi: Object.fromEntries(sisa) });
    else antreanBuang(surat);
  }
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

/** The next to send: not refused, and not about a decision that is itself still to be stored. */
function berikutnya(lewati) {
  const semua = antreanSemua();
  const belum = new Set(semua.filter((surat) => surat.jalan === 'keputusan').map((surat) => surat.uid));
  return semua.find((surat) => !surat.ditolak && !lewati.has(surat.uid) && !belum.has(surat.isi.untuk));
}

async function kirimSemua() {
  const lewati = new Set();
  antreanSemua().filter((surat) => surat.ditolak && surat.jalan === 'keputusan').forEach(lipat);
  for (let surat = berikutnya(lewati); surat; surat = berikutnya(lewati)) {
    const hasil = await kirimSatu(surat);
    if (surat.kode === DATA.kode) antrean.sebab = hasil.sebab || '';
    if (hasil.baris) {
      antrean.gagal = 0;
      antrean.tersimpan(surat, hasil);
      antreanBuang(surat);
    } else if (hasil.ditolak) {
      const ditolak = { ...surat, ditolak: hasil.ditolak };
      antreanTaruh(ditolak);
      lipat(ditolak);
    } else {
      antrean.gagal += 1;
      if (hasil.putus) return;
      lewati.add(surat.uid);
    }
    antrean.berubah();
  }
}

/** The server's answer: the row it stored, a refusal with its sentence, or neither (then why; it is sent again later). */
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
    if (jawab.ok) return { sebab: 'Yang menjawab bukan aplikasi ini: muat ulang halaman, mungkin perlu masuk lagi.' };
    return { sebab: isi && isi.pesan ? `${isi.pesan} ${isi.saran || ''}`.trim() : `Server menjawab ${jawab.status}.` };
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
  if (!antreanSini().some((surat) => !surat.ditolak) && keadaan.tersambung) return;
  peristiwa.preventDefault();
  peristiwa.returnValue = '';
});
