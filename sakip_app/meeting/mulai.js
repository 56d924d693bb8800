// The keys, the quiet lines above the slide, and the start.

const GARIS = unsur('p', { id: 'garis', role: 'status', 'aria-live': 'polite' });
const CATATAN = unsur('p', { id: 'catatan' });
const GELAP = unsur('div', { id: 'gelap', hidden: true });
const garis = { ucapan: '', sampai: 0, alarm: 0 };

/** How many of what: ``3 keputusan dan 1 perubahan``. */
function hitung(surat) {
  const baru = surat.filter((satu) => satu.jalan === 'keputusan').length;
  const lain = surat.length - baru;
  return [baru ? `${baru} keputusan` : '', lain ? `${lain} perubahan` : ''].filter(Boolean).join(' dan ');
}

function tempatDitolak({ isi }) {
  const janji = isi.untuk && janjiTampak().some((satu) => satu.uid === isi.untuk);
  return janji ? 'slaid Tindak lanjut' : 'slaid Keputusan';
}

function kalimatGaris() {
  const semua = antreanSini();
  const ditolak = semua.filter((surat) => surat.ditolak);
  const belum = semua.filter((surat) => !surat.ditolak);
  if (Date.now() < garis.sampai) return ['ucapan', garis.ucapan];
  if (ditolak.length) return ['bahaya', `× ${hitung(ditolak)} perlu diperbaiki, lihat ${tempatDitolak(ditolak[0])}`];
  if (belum.length && antrean.ingatan.size) {
    return ['bahaya', `○ ${hitung(belum)} menunggu sambungan. Browser menolak menyimpan antrean: biarkan halaman ini terbuka.`];
  }
  if (belum.length && keadaan.tersambung && antrean.sebab) return ['bahaya', `○ ${hitung(belum)} menunggu. ${antrean.sebab}`];
  if (belum.length && (!keadaan.tersambung || antrean.gagal)) return ['tunggu', `○ ${hitung(belum)} menunggu sambungan`];
  if (belum.length) return ['tunggu', `○ menyimpan ${hitung(belum)} …`];
  if (!keadaan.tersambung) return ['tunggu', '○ Sambungan terputus, rapat tetap berjalan'];
  if (Date.now() - keadaan.baruTersimpan < 4000) return ['simpan', '✓ tersimpan'];
  const lain = antreanSemua().filter((surat) => surat.ditolak && surat.kode !== DATA.kode);
  if (lain.length) return ['tunggu', `× ${hitung(lain)} pada rekam ${lain[0].kode} perlu diperbaiki: buka rapat itu`];
  return ['', deret.kini === 0 ? 'Tekan ? untuk daftar tombol' : ''];
}

function gambarGaris() {
  const [kelas, kata] = kalimatGaris();
  if (GARIS.textContent !== kata) GARIS.textContent = kata;
  GARIS.className = kelas;
  clearTimeout(garis.alarm);
  if (kelas === 'ucapan' || kelas === 'simpan') garis.alarm = setTimeout(gambarGaris, 1000);
}

/** Say something for a while. */
function ucapkan(kata) {
  Object.assign(garis, { ucapan: kata, sampai: Date.now() + 6000 });
  gambarGaris();
}

function gambarCatatan() {
  const slaid = slaidKini();
  const banyak = slaid.jenis === 'unit' ? keputusanKini().filter((baris) => baris.kode_unit === slaid.kode_unit).length : 0;
  CATATAN.textContent = banyak ? `${bilang(banyak)} keputusan untuk unit ini · Enter untuk melihat atau menambah` : '';
}

function gambarSemua() {
  gambarDaftar();
  gambarCatatan();
  gambarGaris();
}

function tutupRapat() {
  const semua = antreanSini();
  if (semua.length) {
    const tunggu = keadaan.tersambung && antrean.sebab ? 'belum diterima server' : 'menunggu sambungan';
    const sebab = semua.some((surat) => surat.ditolak) ? 'perlu diperbaiki' : tunggu;
    ucapkan(`Rapat belum dapat ditutup: ${hitung(semua)} ${sebab}. Biarkan halaman ini terbuka.`);
  } else if (!keadaan.tersambung) {
    ucapkan('Rapat belum dapat ditutup: sambungan ke server terputus. Semua keputusan sudah tersimpan.');
  } else {
    location.assign(DATA.tutup);
  }
}

function maju(arah) {
  if (!lanjutHalaman(arah)) tampilkan(deret.kini + arah);
}

/** Up and down among rows while one is chosen, among slides otherwise. */
function naikTurun(arah) {
  const [terpilih, gulir] = [barisTerpilih(), gulirKini()];
  if (gulir) gulir.scrollBy(0, arah * 200);
  else if (terpilih) fokusBaris(terpilih.ini, terpilih.urutan + arah);
  else maju(arah);
}

function enter() {
  const terpilih = barisTerpilih();
  const tujuan = document.activeElement?.closest('[data-ke]');
  if (terpilih) bukaBaris(terpilih.baris);
  else if (tujuan) tujuan.click();
  else bukaKeputusan();
}

function tarikTerpilih() {
  const terpilih = barisTerpilih();
  if (terpilih && terpilih.baris.tolak) bukaPembuangan(terpilih.baris);
  else if (terpilih && slaidKini().jenis === 'keputusan') bukaPenarikan(terpilih.baris);
}

function keluar() {
  if (bantuanTombol.kotak) bantuanTutup();
  else if (!tutupRincian() && document.activeElement) document.activeElement.blur();
}

/** Tab goes through what can be chosen on the slide shown, round and round; the browser would start anywhere. */
function tab(arah) {
  const pilihan = Array.from(SLAID[deret.kini].querySelectorAll('[tabindex="0"], summary, button, a[href]')).filter(
    (satu) => satu.offsetParent !== null || satu.closest('.hidup'), // rows on other pages of a list are reached too
  );
  if (!pilihan.length) return;
  const kini = pilihan.indexOf(document.activeElement);
  const lanjut = kini < 0 && arah < 0 ? pilihan.length - 1 : (kini + arah + pilihan.length) % pilihan.length;
  const ini = daftar.slaid.get(deret.kini);
  const urutan = ini ? ini.isi.indexOf(pilihan[lanjut]) : -1;
  if (urutan < 0) pilihan[lanjut].focus();
  else fokusBaris(ini, urutan);
}

const PERINTAH = {
  ArrowRight: () => maju(1),
  PageDown: () => maju(1),
  ' ': () => maju(1),
  ArrowLeft: () => maju(-1),
  PageUp: () => maju(-1),
  ArrowDown: () => naikTurun(1),
  ArrowUp: () => naikTurun(-1),
  Home: () => tampilkan(0),
  End: () => tampilkan(SLAID.length - 1),
  Enter: enter,
  Delete: tarikTerpilih,
  Escape: keluar,
  '?': bantuanGanti,
  '/': () => lompatBuka(''),
  '.': () => {
    GELAP.hidden = false;
  },
};

/** Whether the focus lies on something of the slide that has keys of its own. */
function milikSlaid({ key, ctrlKey, altKey, metaKey }) {
  const elemen = document.activeElement;
  return !ctrlKey && !altKey && !metaKey && (key === 'Enter' || key === ' ') && Boolean(elemen?.closest('summary, button, a, select'));
}

function tekan(peristiwa) {
  const { key, ctrlKey, altKey, metaKey, shiftKey } = peristiwa;
  if (peristiwa.isComposing || panel.ini || milikSlaid(peristiwa)) return;
  if (key !== '?' && key !== 'Escape' && key !== 'Shift') bantuanTutup();
  const bergabung = ctrlKey || altKey || metaKey;
  if (key === 'Enter' && altKey) layarPenuh();
  else if (key === 'End' && ctrlKey) tutupRapat();
  else if (key === 'F5' && !keadaan.tersambung) ucapkan('Server belum terjangkau, jadi halaman ini tidak dimuat ulang.');
  else if (bergabung || (peristiwa.repeat && key === 'Enter')) return;
  else if (!GELAP.hidden) GELAP.hidden = true;
  else if (key === 'Tab') tab(shiftKey ? -1 : 1);
  else if (Object.hasOwn(PERINTAH, key) && !(key === ' ' && shiftKey)) PERINTAH[key]();
  else if (key === ' ') maju(-1);
  else if (key.length === 1 && /[\p{L}\p{N}]/u.test(key)) lompatBuka(key);
  else return;
  peristiwa.preventDefault();
}

KANVAS.append(GARIS, CATATAN, GELAP);
document.addEventListener('keydown', tekan);
keadaanDari(JSON.parse(document.getElementById('data-keadaan').textContent));
deret.pindah = () => {
  kembaliKeAwal();
  gambarSemua();
};
antrean.berubah = gambarSemua;
keadaan.berubah = gambarSemua;
skalakan();
tampilkan(dariAlamat());
document.fonts.ready.then(() => {
  for (const satu of daftar.slaid.values()) satu.rupa = ''; // rows are measured again, now in their own face
  gambarSemua();
});
antreanKirim();
tanyaServer();
