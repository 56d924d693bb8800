// A form over the slide, for the keyboard: Tab and Enter go on, Ctrl+Enter saves, Esc closes and keeps what was typed.

const panel = {
  ini: null,
  draf: simpanan('sessionStorage'),
  ingatan: new Map(),
  /** Set by the lists: where the focus goes when what had it was drawn anew meanwhile. */
  kembali: () => {},
};

function drafKunci(kunci) {
  return `sakip:isian:${DATA.kode}:${kunci}`;
}

/** What was typed and not saved, by field: ``nilai``, and ``asal`` that stood there before. */
function drafBaca(kunci) {
  const teks = (panel.draf && panel.draf.getItem(kunci)) || panel.ingatan.get(kunci);
  return teks ? JSON.parse(teks) : null;
}

function drafTulis(kunci, nilai) {
  const teks = nilai && JSON.stringify(nilai);
  if (teks) panel.ingatan.set(kunci, teks);
  else panel.ingatan.delete(kunci);
  try {
    if (panel.draf && teks) panel.draf.setItem(kunci, teks);
    else if (panel.draf) panel.draf.removeItem(kunci);
  } catch {
    panel.draf = null; // full: memory has it
  }
}

/** What stands in the fields, by name. */
function panelNilai() {
  const nilai = {};
  for (const { nama, jenis, kotak } of panel.ini.isian) nilai[nama] = jenis === 'centang' ? kotak.checked : kotak.value;
  return nilai;
}

/** Of a draft only what was changed is kept: all else is shown as it stands when the form is opened again. */
function drafSimpan() {
  const { kunci, isian } = panel.ini;
  const nilai = panelNilai();
  const beda = isian.filter(({ nama, asal }) => nilai[nama] !== asal);
  drafTulis(kunci, beda.length ? Object.fromEntries(beda.map(({ nama, asal }) => [nama, { asal, nilai: nilai[nama] }])) : null);
}

/**
 * Open a form.
 * @param {{judul: string, keterangan?: string, kunci: string, isian: object[], simpan: Function, bawah?: Node,
 *   saatUbah?: Function, pesan?: string, tombol?: string}} susunan ``simpan`` gets the values and gives nothing, or
 *   ``{nama, pesan}``: the field to mend and why.
 */
function panelBuka(susunan) {
  panelTutup();
  const kunci = drafKunci(susunan.kunci);
  const draf = drafBaca(kunci) || {};
  const isian = susunan.isian.map((satu) => buatIsian(satu, draf[satu.nama]));
  const badan = unsur(
    'form',
    { id: 'panel', role: 'dialog', 'aria-modal': 'true', 'aria-label': susunan.judul, autocomplete: 'off' },
    unsur('h2', {}, susunan.judul),
    susunan.keterangan ? unsur('p', { class: 'keterangan' }, susunan.keterangan) : null,
    susunan.pesan ? unsur('p', { class: 'salah', role: 'alert' }, `× ${susunan.pesan}`) : null,
    ...isian.map((satu) => satu.wadah),
    unsur('div', { class: 'tombol' }, unsur('button', { type: 'submit' }, susunan.tombol || 'Simpan'),
      unsur('span', {}, isian.length ? 'Ctrl+Enter simpan · Esc tutup, isian tidak hilang' : 'Enter · Esc batal')),
    susunan.bawah || null,
  );
  panel.ini = { ...susunan, kunci, isian, badan, sebelum: document.activeElement };
  badan.addEventListener('submit', (peristiwa) => {
    peristiwa.preventDefault();
    panelSimpan();
  });
  badan.addEventListener('keydown', panelTombol);
  badan.addEventListener('input', (peristiwa) => {
    const ubah = isian.find((satu) => satu.kotak === peristiwa.target);
    if (ubah) ubahIsian(ubah);
    drafSimpan();
  });
  KANVAS.append(badan);
  isian.forEach((satu) => satu.jelaskan());
  const awal = isian.find((satu) => satu.nama === susunan.fokus) || isian[0];
  (awal ? awal.kotak : badan.querySelector('button')).focus();
}

function ubahIsian(ubah) {
  ubah.disentuh = true;
  ubah.jelaskan();
  if (panel.ini.saatUbah) panel.ini.saatUbah(ubah.nama);
}

function panelIsian(nama) {
  return panel.ini.isian.find((satu) => satu.nama === nama);
}

function panelTutup() {
  if (!panel.ini) return;
  const { badan, sebelum } = panel.ini;
  panel.ini = null;
  badan.remove();
  if (sebelum && sebelum.isConnected && sebelum !== document.body) sebelum.focus();
  else if (sebelum) panel.kembali(sebelum);
}

function panelSimpan() {
  const { simpan, kunci, isian } = panel.ini;
  const panjang = isian.find(({ kotak }) => kotak.maxLength > 0 && kotak.value.length > kotak.maxLength);
  const perbaiki = panjang
    ? { nama: panjang.nama, pesan: `Terlalu panjang: ${panjang.kotak.value.length} huruf; batasnya ${panjang.kotak.maxLength}.` }
    : simpan(panelNilai());
  if (!perbaiki) {
    drafTulis(kunci, null);
    panelTutup();
    return;
  }
  for (const satu of panel.ini.isian) satu.jelaskan(satu.nama === perbaiki.nama ? perbaiki.pesan : '');
  panelIsian(perbaiki.nama).kotak.focus();
}

function panelTombol(peristiwa) {
  peristiwa.stopPropagation();
  if (peristiwa.key === 'Escape') {
    peristiwa.preventDefault();
    panelTutup();
  } else if (peristiwa.key === 'Enter' && (peristiwa.ctrlKey || peristiwa.metaKey)) {
    peristiwa.preventDefault();
    panelSimpan();
  } else if (peristiwa.key === 'Enter' && !peristiwa.target.matches('textarea, button')) {
    peristiwa.preventDefault();
    const kotak = panel.ini.isian.map((satu) => satu.kotak);
    const lanjut = kotak[kotak.indexOf(peristiwa.target) + 1];
    if (lanjut) lanjut.focus();
    else panelSimpan();
  } else if (peristiwa.key === 'Tab') {
    putarFokus(peristiwa);
  }
}

/** Tab stays within the form. */
function putarFokus(peristiwa) {
  const semua = Array.from(panel.ini.badan.querySelectorAll('input, textarea, select, button, [tabindex]'));
  const [awal, akhir] = [semua[0], semua[semua.length - 1]];
  if (!peristiwa.shiftKey && document.activeElement === akhir) {
    peristiwa.preventDefault();
    awal.focus();
  } else if (peristiwa.shiftKey && document.activeElement === awal) {
    peristiwa.preventDefault();
    akhir.focus();
  }
}

function buatIsian(isian, draf) {
  const id = `isian-${isian.nama}`;
  const umum = { id, name: isian.nama, 'aria-describedby': `${id}-bantu` };
  const kotak = {
    panjang: () => unsur('textarea', { ...umum, rows: 3, maxlength: DATA.batas.apa }),
    pilih: () => unsur('select', umum),
    centang: () => unsur('input', { ...umum, type: 'checkbox' }),
    tanggal: () => unsur('input', { ...umum, type: 'text', placeholder: '15/11/2026', maxlength: 40 }),
    teks: () => unsur('input', { ...umum, type: 'text', maxlength: isian.paling }),
  }[isian.jenis]();
  const bantu = unsur('span', { class: 'bantu', id: `${id}-bantu`, role: 'status' });
  const asal = isian.jenis === 'centang' ? Boolean(isian.nilai) : isian.nilai || '';
  const nilai = draf ? draf.nilai : asal;
  const hasil = { ...isian, kotak, asal, disentuh: false };
  if (draf && draf.asal !== asal) hasil.berubah = `Berubah sejak isian ini diketik; kini: ${sebutAsal(hasil) || 'kosong'}`;
  hasil.jelaskan = (salah = '') => {
    bantu.textContent = salah ? `× ${salah}` : bantuan(hasil);
    kotak.setAttribute('aria-invalid', String(Boolean(salah)));
  };
  hasil.pilihan = (pilihan, nilai) => {
    kotak.replaceChildren(...pilihan.map(([kode, nama]) => unsur('option', { value: kode }, nama)));
    kotak.value = pilihan.some(([kode]) => kode === nilai) ? nilai : pilihan[0][0];
    hasil.jelaskan();
  };
  if (isian.jenis === 'pilih') hasil.pilihan(isian.pilihan, nilai);
  else if (isian.jenis === 'centang') kotak.checked = nilai;
  else kotak.value = nilai;
  if (isian.jenis === 'teks') kotak.addEventListener('focus', () => kotak.select());
  const kelas = `isian ${isian.jenis}`;
  hasil.wadah = unsur('div', { class: kelas }, unsur('label', { for: id }, isian.label), kotak, bantu);
  return hasil;
}

/** What stood in a field when the form was opened, in words. */
function sebutAsal({ jenis, asal, pilihan }) {
  if (jenis === 'pilih') return pilihan.find(([kode]) => kode === asal)?.[1];
  return jenis === 'centang' ? (asal && 'terpilih') : asal;
}

function bantuan(isian) {
  return [tafsiran(isian), isian.berubah].filter(Boolean).join(' · ');
}

/** Below a field: the date as it was understood, or the whole of a name that the box cannot hold. */
function tafsiran({ jenis, kotak, petunjuk }) {
  if (jenis === 'tanggal' && kotak.value.trim()) {
    const baca = bacaTanggal(kotak.value);
    return baca.pesan || sebutTanggal(baca.iso, true);
  }
  if (jenis === 'pilih' && kotak.selectedOptions.length && kotak.selectedOptions[0].text.length > 56) {
    return kotak.selectedOptions[0].text;
  }
  return petunjuk || '';
}
