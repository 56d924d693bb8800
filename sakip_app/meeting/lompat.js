// Going to a unit or a slide by typing its name; and the list of keys.

const NAMA_JENIS = {
  agenda: 'Agenda',
  janji: 'Tindak lanjut rapat lalu',
  instansi: `Seluruh ${DATA.instansi}`,
  sorotan: 'Sorotan',
  peringkat: 'Peringkat',
  merah: 'Daftar merah',
  keputusan: 'Keputusan',
};
const PALING_TAMPAK = 7;

const TUJUAN = DATA.slaid.map((slaid, nomor) => {
  const unit = slaid.jenis === 'unit';
  const halaman = /-\d+$/.exec(slaid.kunci); // ``merah-2`` is the second slide of its kind
  const nama = unit ? slaid.nama : `${NAMA_JENIS[slaid.jenis]}${halaman ? ` ${halaman[0].slice(1)}` : ''}`;
  const singkat = polos(nama).split(' ').filter((kata) => !['dan', 'di', 'serta'].includes(kata)).map((kata) => kata[0]).join('');
  const pendek = unit ? [polos(slaid.pendek || ''), polos(slaid.kode_unit), singkat] : [];
  return {
    nomor,
    nama,
    samping: unit ? [slaid.pendek === nama ? '' : slaid.pendek, slaid.kode_unit].filter(Boolean).join(' · ') : slaid.judul,
    polos: polos(nama),
    pendek: pendek.filter(Boolean),
    sendiri: [polos(nama), ...pendek].join(' '),
    semua: [polos(nama), ...pendek, unit ? '' : polos(slaid.judul)].join(' '),
  };
});

const lompat = { kotak: null, isi: null, daftar: null, cocok: [], pilih: 0 };

/** What fits the words typed, the likeliest first: abbreviation or code, the name, then titles that name it. */
function cariTujuan(ketikan) {
  const kata = polos(ketikan).split(' ').filter(Boolean);
  if (!kata.length) return TUJUAN;
  const utuh = kata.join(' ');
  const nilai = (satu) => {
    if (satu.pendek.includes(utuh) || utuh === String(satu.nomor + 1)) return 0;
    if (satu.pendek.some((teks) => teks.startsWith(utuh))) return 1;
    if (satu.polos.startsWith(utuh)) return 2;
    if (kata.every((teks) => ` ${satu.sendiri}`.includes(` ${teks}`))) return 3;
    return kata.every((teks) => satu.sendiri.includes(teks)) ? 4 : 5;
  };
  return TUJUAN.filter((satu) => kata.every((teks) => satu.semua.includes(teks)) || utuh === String(satu.nomor + 1))
    .map((satu) => [nilai(satu), satu])
    .sort((satu, lain) => satu[0] - lain[0])
    .map((pasang) => pasang[1]);
}

function lompatBuka(huruf) {
  if (lompat.kotak) return;
  lompat.isi = unsur('input', { type: 'text', role: 'combobox', 'aria-expanded': 'true', 'aria-controls': 'lompat-daftar',
    'aria-label': `Lompat ke ${DATA.sebutan} atau slaid`, autocomplete: 'off', spellcheck: 'false', placeholder: 'nama, singkatan, atau kode' });
  lompat.daftar = unsur('div', { id: 'lompat-daftar', role: 'listbox', 'aria-label': 'Tujuan' });
  lompat.kotak = unsur('div', { id: 'lompat' }, lompat.daftar, unsur('div', { class: 'ketik' }, unsur('span', {}, 'Lompat ke'), lompat.isi,
    unsur('small', {}, '↑ ↓ pilih · Enter buka · Esc tutup')));
  lompat.isi.value = huruf;
  lompat.isi.addEventListener('input', () => lompatSaring());
  lompat.isi.addEventListener('keydown', lompatTombol);
  lompat.isi.addEventListener('blur', () => setTimeout(() => lompat.isi && document.activeElement !== lompat.isi && lompatTutup(), 0));
  KANVAS.append(lompat.kotak);
  lompat.isi.focus();
  lompat.isi.setSelectionRange(huruf.length, huruf.length);
  lompatSaring();
}

function lompatTutup() {
  const kotak = lompat.kotak;
  Object.assign(lompat, { kotak: null, isi: null, daftar: null });
  if (kotak) kotak.remove();
}

function lompatSaring() {
  lompat.cocok = cariTujuan(lompat.isi.value);
  lompat.pilih = 0;
  lompatGambar();
}

function lompatGambar() {
  const { cocok, pilih } = lompat;
  const awal = Math.max(0, Math.min(pilih - PALING_TAMPAK + 2, cocok.length - PALING_TAMPAK));
  const tampak = cocok.slice(awal, awal + PALING_TAMPAK);
  const sisa = cocok.length - awal - tampak.length;
  lompat.daftar.replaceChildren(
    ...tampak.map((satu, urutan) => {
      const baris = unsur('div', { role: 'option', id: `lompat-${satu.nomor}`, 'aria-selected': String(awal + urutan === pilih) },
        unsur('span', { class: 'nomor' }, String(satu.nomor + 1)), unsur('b', {}, satu.nama), unsur('small', {}, satu.samping));
      baris.addEventListener('mousedown', (peristiwa) => {
        peristiwa.preventDefault();
        lompatKe(satu.nomor);
      });
      return baris;
    }),
    tampak.length ? '' : unsur('p', {}, `Tidak ada ${DATA.sebutan} atau slaid dengan kata itu.`),
    sisa > 0 ? unsur('p', {}, `${sisa} lagi; ketik lebih banyak huruf`) : '',
  );
  if (cocok[pilih]) lompat.isi.setAttribute('aria-activedescendant', `lompat-${cocok[pilih].nomor}`);
}

function lompatKe(nomor) {
  lompatTutup();
  tampilkan(nomor);
}

function lompatTombol(peristiwa) {
  const { key } = peristiwa;
  if (key === 'PageDown' || key === 'PageUp') {
    lompatTutup(); // the clicker has the say; the key goes on to the slides
    return;
  }
  peristiwa.stopPropagation();
  if (key === 'Escape') lompatTutup();
  else if (key === 'Enter' && lompat.cocok.length) lompatKe(lompat.cocok[lompat.pilih].nomor);
  else if (key === 'ArrowDown' || key === 'ArrowUp') {
    const arah = key === 'ArrowDown' ? 1 : -1;
    lompat.pilih = Math.max(0, Math.min(lompat.cocok.length - 1, lompat.pilih + arah));
    lompatGambar();
  } else if (key === 'Backspace' && !lompat.isi.value) lompatTutup();
  else return;
  peristiwa.preventDefault();
}

const TOMBOL = [
  ['→ ↓ PageDown Spasi', 'slaid berikutnya'],
  ['← ↑ PageUp', 'slaid sebelumnya'],
  ['Home · End', 'slaid pertama · terakhir'],
  ['ketik nama', `lompat ke ${DATA.sebutan} atau slaid; juga dengan / atau nomor slaid`],
  ['Enter', 'keputusan baru; pada baris terpilih: ubah'],
  ['Tab ↑ ↓', 'pilih baris atau rincian pada slaid'],
  ['Delete', 'tarik keputusan yang terpilih, atau buang yang ditolak server'],
  ['. (titik)', 'layar gelap, sekali lagi untuk kembali'],
  ['Alt+Enter', 'layar penuh'],
  ['Ctrl+End', 'tutup rapat'],
  ['Esc', 'tutup yang terbuka'],
];

const bantuanTombol = { kotak: null };

function bantuanGanti() {
  if (bantuanTombol.kotak) {
    bantuanTutup();
    return;
  }
  const rows = TOMBOL.flatMap(([tombol, guna]) => [unsur('dt', {}, tombol), unsur('dd', {}, guna)]);
  bantuanTombol.kotak = unsur('section', { id: 'bantuan', role: 'dialog', 'aria-label': 'Tombol' }, unsur('h2', {}, 'Tombol'), unsur('dl', {}, ...rows));
  KANVAS.append(bantuanTombol.kotak);
}

function bantuanTutup() {
  if (bantuanTombol.kotak) bantuanTombol.kotak.remove();
  bantuanTombol.kotak = null;
}
