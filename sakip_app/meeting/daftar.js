// Lists that live: the decisions on their slide, the earlier follow-ups on theirs. Six rows a page and never a row cut.

const PALING_BANYAK = 6;
const daftar = { slaid: new Map(), tinggal: null };

/** Draw the list of the slide shown; called when the slide or the state changes. */
function gambarDaftar() {
  const nomor = deret.kini;
  const { jenis, janji } = slaidKini();
  if (jenis === 'keputusan') {
    const rows = keputusanKini();
    judulKeputusan(SLAID[nomor], rows.filter((baris) => !baris.yatim));
    gambarPada(nomor, rows, barisKeputusan, 'Belum ada keputusan. Tekan Enter untuk mencatat yang pertama.');
  } else if (jenis === 'janji' && janji.length) {
    const kini = janjiKini();
    const rows = janji.map((id) => kini.find((baris) => baris.id === id)).filter(Boolean);
    gambarPada(nomor, rows, barisJanji, 'Tindak lanjut pada slaid ini sudah ditarik.');
  }
}

function judulKeputusan(slaid, rows) {
  const judul = slaid.querySelector('h1');
  const dibawa = rows.filter((baris) => baris.dibawa).length;
  const tarik = dibawa ? `, ${bilang(dibawa).toLowerCase()} dibawa dari rapat lalu` : '';
  const kata = rows.length ? `${bilang(rows.length)} keputusan${tarik}.` : 'Belum ada keputusan.';
  if (judul && judul.textContent !== kata) judul.textContent = kata;
}

function gambarPada(nomor, rows, buatBaris, kosong) {
  const lama = daftar.slaid.get(nomor);
  const rupa = JSON.stringify(rows);
  if (lama && lama.rupa === rupa) return;
  const fokus = document.activeElement?.closest('.hidup [data-uid]')?.dataset.uid;
  const wadah = lama ? lama.wadah : unsur('div', { class: `hidup ${slaidKini().jenis}` });
  if (!lama) SLAID[nomor].append(wadah);
  const isi = rows.map((baris, urutan) => buatBaris(baris, urutan));
  const kaki = unsur('p', { class: 'halaman' }, '\u00a0'); // a line high from the start, for measuring
  wadah.replaceChildren(kepalaTabel(slaidKini().jenis), ...isi, rows.length ? '' : unsur('p', { class: 'kosong' }, kosong), kaki);
  const halaman = padatkan(wadah, isi, kaki);
  const ini = { wadah, rupa, rows, isi, kaki, halaman, buka: Math.min(lama ? lama.buka : 0, halaman.length - 1) };
  daftar.slaid.set(nomor, ini);
  bukaHalaman(ini, ini.buka);
  if (fokus) fokusBaris(ini, rows.findIndex((baris) => baris.uid === fokus));
}

const KEPALA = {
  keputusan: ['', 'Yang diputuskan', 'Penanggung jawab', 'Tenggat', 'Ukuran berhasil', ''],
  janji: ['Yang belum selesai', 'Penanggung jawab', 'Tenggat', 'Keadaan hari ini', ''],
};

function kepalaTabel(jenis) {
  return unsur('div', { class: 'kepala', 'aria-hidden': 'true' }, ...KEPALA[jenis].map((kata) => unsur('span', {}, kata)));
}

function barisKeputusan(baris, urutan) {
  const tentang = [baris.unit, baris.indikator].filter(Boolean).join(' · ');
  return susunBaris(baris, tentang, [
    unsur('span', { class: 'nomor' }, baris.yatim ? '' : String(urutan + 1)),
    unsur('b', {}, baris.apa),
    unsur('span', {}, baris.penanggung_jawab),
    unsur('span', {}, baris.tenggat_teks || 'tanpa tenggat'),
    unsur('span', { class: 'redup' }, baris.ukuran_berhasil || '–'),
    unsur('span', { class: 'cap' }, baris.yatim ? null : cip(baris.dibawa ? `dibawa dari ${baris.asal}` : 'baru', baris.dibawa ? 'lewat' : 'berjalan'),
      baris.keadaan === 'selesai' || baris.keadaan === 'lewat' ? cip(tandaKeadaan(baris), baris.keadaan) : null, capAntrean(baris)),
  ]);
}

function barisJanji(baris) {
  return susunBaris(baris, baris.unit, [
    unsur('b', {}, baris.apa),
    unsur('span', {}, baris.penanggung_jawab),
    unsur('span', {}, baris.tenggat_teks || 'tanpa tenggat'),
    unsur('span', {}, baris.catatan || '–'),
    unsur('span', { class: 'cap' }, cip(tandaKeadaan(baris), baris.keadaan), dibawaKeSini(baris) ? cip('dibawa ke rapat ini', 'berjalan') : null,
      capAntrean(baris)),
  ]);
}

function dibawaKeSini(baris) {
  return baris.bawa || keadaan.keputusan.some((satu) => satu.uid === baris.uid);
}

/** A row; what it is about stands below its cells, across them, for the name of an indicator may be long. */
function susunBaris(baris, tentang, sel) {
  const pesan = baris.tolak ? unsur('small', { class: 'tolak' }, `${baris.tolak.pesan} ${baris.tolak.saran} Enter perbaiki, Delete buang.`) : null;
  const atribut = { class: 'baris', tabindex: 0, role: 'button', 'data-uid': baris.uid };
  const elemen = unsur('div', atribut, ...sel, unsur('small', {}, tentang), pesan);
  elemen.addEventListener('click', () => bukaBaris(baris));
  return elemen;
}

function cip(kata, keadaanCip) {
  return unsur('i', { class: `cip-${keadaanCip}` }, kata);
}

function capAntrean(baris) {
  if (!baris.tanda) return null;
  return cip(baris.tolak ? `× ${baris.tanda}` : `○ ${baris.tanda}`, baris.tolak ? 'lewat' : 'belum');
}

function tandaKeadaan(baris) {
  return `${{ selesai: '✓ ', lewat: '× ' }[baris.keadaan] || ''}${baris.kata}`;
}

/** The pages in large type; in smaller type where that spares one. */
function padatkan(wadah, isi, kaki) {
  wadah.classList.remove('padat');
  const besar = bagiHalaman(wadah, isi, kaki);
  if (besar.length <= Math.ceil(isi.length / PALING_BANYAK)) return besar;
  wadah.classList.add('padat');
  const kecil = bagiHalaman(wadah, isi, kaki);
  if (kecil.length < besar.length) return kecil;
  wadah.classList.remove('padat');
  return bagiHalaman(wadah, isi, kaki);
}

/** Which rows stand on which page: as many as fit, at most six; a row taller than the slide has one to itself. */
function bagiHalaman(wadah, isi, kaki) {
  const ruang = wadah.clientHeight - wadah.firstChild.offsetHeight - kaki.offsetHeight;
  const halaman = [[]];
  let terpakai = 0;
  for (const baris of isi) {
    baris.classList.remove('tinggi');
    baris.classList.toggle('tinggi', baris.offsetHeight > ruang);
    const tinggi = baris.offsetHeight;
    const kini = halaman[halaman.length - 1];
    if (kini.length && (kini.length === PALING_BANYAK || terpakai + tinggi > ruang)) {
      halaman.push([]);
      terpakai = 0;
    }
    halaman[halaman.length - 1].push(baris);
    terpakai += tinggi;
  }
  return halaman;
}

function bukaHalaman(ini, nomor) {
  ini.buka = nomor;
  for (const baris of ini.isi) baris.hidden = !ini.halaman[nomor].includes(baris);
  const [awal, akhir] = [ini.isi.indexOf(ini.halaman[nomor][0]), ini.isi.indexOf(ini.halaman[nomor].at(-1))];
  const bagian = ini.halaman.length > 1 ? `${awal + 1}–${akhir + 1} dari ${ini.isi.length}` : '';
  const tombol = ini.isi.length ? 'Tab pilih baris · Enter ubah' : '';
  ini.kaki.textContent = [bagian, tombol + (tombol && slaidKini().jenis === 'keputusan' ? ' · Delete tarik' : '')].filter(Boolean).join(' · ');
}

/** A slide that is come to begins with its first page. */
function kembaliKeAwal() {
  const ini = daftar.slaid.get(deret.kini);
  if (ini && ini.buka) bukaHalaman(ini, 0);
}

/** Go on within the list; false where the next slide is due. */
function lanjutHalaman(arah) {
  const ini = daftar.slaid.get(deret.kini);
  if (!ini || !ini.halaman[ini.buka + arah]) return false;
  bukaHalaman(ini, ini.buka + arah);
  return true;
}

/** The row that has the focus. */
function barisTerpilih() {
  const elemen = document.activeElement?.closest('.hidup .baris');
  const ini = elemen && daftar.slaid.get(deret.kini);
  const urutan = ini ? ini.isi.indexOf(elemen) : -1;
  return urutan < 0 ? null : { ini, urutan, baris: ini.rows[urutan] };
}

function fokusBaris(ini, urutan) {
  if (!ini.isi[urutan]) return;
  const halaman = ini.halaman.findIndex((satu) => satu.includes(ini.isi[urutan]));
  if (halaman !== ini.buka) bukaHalaman(ini, halaman);
  ini.isi[urutan].focus();
}

panel.kembali = (sebelum) => {
  const ini = daftar.slaid.get(deret.kini);
  if (ini && sebelum.dataset.uid) fokusBaris(ini, ini.rows.findIndex((baris) => baris.uid === sebelum.dataset.uid));
};
