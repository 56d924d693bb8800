// What every part uses: the data of the page, making elements, words for numbers.

const DATA = JSON.parse(document.getElementById('data-rapat').textContent);
const KANVAS = document.getElementById('kanvas');
const LEBAR = 1920;
const TINGGI = 1080;
const AWAL = location.pathname.replace(/[^/]*$/, '');

/** An element with attributes and children; text is always text, never HTML. */
function unsur(nama, atribut = {}, ...anak) {
  const baru = document.createElement(nama);
  for (const [kunci, nilai] of Object.entries(atribut)) {
    if (nilai === undefined || nilai === null || nilai === false) continue;
    if (kunci === 'class') baru.className = nilai;
    else baru.setAttribute(kunci, nilai === true ? '' : nilai);
  }
  baru.append(...anak.filter((satu) => satu !== null && satu !== undefined && satu !== ''));
  return baru;
}

/** A name that no other entry has, on any computer; crypto.randomUUID is missing on plain http. */
function namaBaru() {
  const acak = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(acak, (satu) => satu.toString(16).padStart(2, '0')).join('');
}

/** For comparing: without case, diacritics and signs. */
function polos(teks) {
  return teks.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9.]+/g, ' ').trim();
}

const BILANGAN = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'];

/** A count at the beginning of a sentence. */
function bilang(banyak) {
  const kata = banyak < 10 ? BILANGAN[banyak] : String(banyak);
  return kata[0].toUpperCase() + kata.slice(1);
}

const UNIT = new Map(DATA.unit.map((satu) => [satu.kode, satu]));

/** A unit as it is shown; none means the whole body. */
function namaUnit(kode) {
  if (!kode) return `Seluruh ${DATA.instansi}`;
  return UNIT.get(kode)?.nama || '';
}

/** An indicator as it is shown; none means the whole unit. */
function namaIndikator(kodeUnit, kode) {
  const milik = UNIT.get(kodeUnit);
  const ini = kode && milik ? milik.pilihan.find((satu) => satu[0] === kode) : null;
  return ini ? ini[1] : '';
}

/** Storage of the browser, or nothing where it refuses: private windows, blocked sites, a full disk. */
function simpanan(jenis) {
  try {
    const tempat = window[jenis];
    tempat.setItem('sakip:uji', '1');
    tempat.removeItem('sakip:uji');
    return tempat;
  } catch {
    return null;
  }
}
