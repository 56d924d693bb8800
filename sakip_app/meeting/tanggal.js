// Due dates as people type them.

const BULAN = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober',
  'November', 'Desember'];
const BULAN_LAIN = { jan: 0, feb: 1, peb: 1, mar: 2, apr: 3, may: 4, jun: 5, jul: 6, agu: 7, agt: 7, ags: 7, aug: 7,
  sep: 8, okt: 9, oct: 9, nov: 10, nop: 10, des: 11, dec: 11, mei: 4 };
const HARI = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];

/** Today on this computer's clock, as an ISO date. */
function hariIni() {
  return keIso(new Date());
}

function keIso(hari) {
  const dua = (angka) => String(angka).padStart(2, '0');
  return `${hari.getFullYear()}-${dua(hari.getMonth() + 1)}-${dua(hari.getDate())}`;
}

/** An ISO date in words: ``15 Nov 2026``, or with the day of the week. */
function sebutTanggal(iso, lengkap = false) {
  if (!iso) return '';
  const [tahun, bulan, tanggal] = iso.split('-').map(Number);
  if (!lengkap) return `${tanggal} ${BULAN[bulan - 1].slice(0, 3)} ${tahun}`;
  const hari = new Date(tahun, bulan - 1, tanggal).getDay();
  return `${HARI[hari]}, ${tanggal} ${BULAN[bulan - 1]} ${tahun}`;
}

function bulanDari(kata) {
  if (/^\d+$/.test(kata)) return Number(kata) - 1;
  const kecil = kata.toLowerCase().replace('.', '');
  const penuh = BULAN.findIndex((nama) => kecil.length >= 3 && nama.toLowerCase().startsWith(kecil));
  return penuh >= 0 ? penuh : BULAN_LAIN[kecil.slice(0, 3)] ?? -1;
}

/** A date from what was typed: ``{iso}`` (empty for nothing typed) or ``{pesan}``. Without a year: the next such day. */
function bacaTanggal(teks, kini = hariIni()) {
  const ketikan = teks.trim();
  if (!ketikan) return { iso: '' };
  const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(ketikan);
  const BIASA = /^(\d{1,2})[\s/.-]+(\d{1,2}|[a-z]{3,})\.?(?:[\s/.-]+(\d{4}|\d{2}))?$/i.exec(ketikan);
  if (!ISO && !BIASA) return { pesan: 'Tanggal ini tidak terbaca. Tulis seperti 15/11/2026 atau 15 Nov 2026.' };
  const [tanggal, bulan, tahun] = ISO
    ? [Number(ISO[3]), Number(ISO[2]) - 1, Number(ISO[1])]
    : [Number(BIASA[1]), bulanDari(BIASA[2]), tahunDari(BIASA[3])];
  const susun = (pada) => new Date(pada, bulan, tanggal);
  let hari = susun(tahun ?? Number(kini.slice(0, 4)));
  if (tahun === null && keIso(hari) < kini) hari = susun(Number(kini.slice(0, 4)) + 1);
  if (bulan < 0 || bulan > 11 || hari.getMonth() !== bulan || hari.getDate() !== tanggal) {
    return { pesan: `Tanggal ${ketikan} tidak ada. Tulis seperti 15/11/2026.` };
  }
  const iso = keIso(hari);
  if (iso < kini) return { pesan: `${sebutTanggal(iso)} sudah lewat. Pilih hari ini atau sesudahnya.` };
  if (hari.getFullYear() > DATA.batas.tahun) return { pesan: `Tenggat paling jauh 31 Desember ${DATA.batas.tahun}.` };
  return { iso };
}

function tahunDari(kata) {
  if (!kata) return null;
  return kata.length === 2 ? 2000 + Number(kata) : Number(kata);
}
