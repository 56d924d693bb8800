// The forms of the meeting: a new decision, a change to one, a withdrawal.

/** Who heads a unit, as a suggestion: the title follows from what the unit is. */
function kepala(kodeUnit) {
  if (!kodeUnit) return '';
  const nama = namaUnit(kodeUnit);
  const gelar = [
    [/^Kecamatan\s+/i, 'Camat '],
    [/^Kelurahan\s+/i, 'Lurah '],
    [/^Sekretariat\s+/i, 'Sekretaris '],
    [/^Inspektorat\b\s*/i, 'Inspektur '],
    [/^(?=KPU\b|Komisi Pemilihan)/i, 'Sekretaris '],
    [/^(?=RSUD\b|Rumah Sakit)/i, 'Direktur '],
  ].find(([pola]) => pola.test(nama));
  const siapa = (gelar ? nama.replace(gelar[0], gelar[1]) : `Kepala ${nama}`).trim();
  return siapa.length > DATA.batas.orang ? '' : siapa; // half a name is nobody's
}

function pilihanIndikator(kodeUnit) {
  if (!kodeUnit) return [['', `Seluruh ${DATA.instansi}`]];
  const milik = UNIT.get(kodeUnit);
  return [...(milik ? milik.pilihan : []), ['', 'Seluruh unit']];
}

function pilihanUnit() {
  return [['', `Seluruh ${DATA.instansi}`], ...DATA.unit.map(({ kode, nama }) => [kode, nama])];
}

/**
 * A new decision, about the unit on the slide where there is one; ``lama`` is one that was refused, to be mended, or
 * what was said of a decision that is gone, to be one of its own.
 */
function bukaKeputusan(lama = null) {
  const slaid = slaidKini();
  const tetap = !lama && slaid.jenis === 'unit' ? slaid.kode_unit : null;
  const kunci = lama ? `perbaiki-${lama.uid}` : `baru-${tetap || 'bebas'}`;
  const isi = lama ? isiKeputusan(lama) : {};
  const mula = tetap || isi.kode_unit || drafBaca(drafKunci(kunci))?.kode_unit?.nilai || '';
  const pilihan = pilihanIndikator(mula);
  let tanpaTenggat = false;
  panelBuka({
    kunci,
    judul: lama && lama.jalan === 'keputusan' ? 'Perbaiki keputusan' : 'Keputusan baru',
    keterangan: tetap ? namaUnit(tetap) : '',
    pesan: lama ? `${lama.ditolak.pesan} ${lama.ditolak.saran}` : '',
    fokus: lama ? 'apa' : '',
    isian: [
      ...(tetap ? [] : [{ nama: 'kode_unit', label: 'Unit', jenis: 'pilih', pilihan: pilihanUnit(), nilai: mula }]),
      { nama: 'apa', label: 'Yang diputuskan', jenis: 'panjang', nilai: isi.apa },
      { nama: 'kode_indikator', label: 'Indikator', jenis: 'pilih', pilihan, nilai: lama ? isi.kode_indikator || '' : pilihan[0][0] },
      { nama: 'penanggung_jawab', label: 'Penanggung jawab', jenis: 'teks', paling: DATA.batas.orang, nilai: lama ? isi.penanggung_jawab : kepala(mula) },
      { nama: 'tenggat', label: 'Tenggat', jenis: 'tanggal', nilai: isi.tenggat && sebutTanggal(isi.tenggat) },
      { nama: 'ukuran_berhasil', label: 'Ukuran berhasil (boleh kosong)', jenis: 'teks', paling: DATA.batas.catatan, nilai: isi.ukuran_berhasil },
    ],
    bawah: tetap ? sudahDiputuskan(tetap) : null,
    saatUbah: (nama) => {
      if (nama !== 'kode_unit') return;
      const unit = panelIsian('kode_unit').kotak.value;
      const daftar = pilihanIndikator(unit);
      panelIsian('kode_indikator').pilihan(daftar, daftar[0][0]);
      const siapa = panelIsian('penanggung_jawab');
      if (!siapa.disentuh) siapa.kotak.value = kepala(unit);
    },
    simpan: (nilai) => {
      const unit = tetap || nilai.kode_unit || '';
      if (!nilai.apa.trim()) return { nama: 'apa', pesan: 'Tulis dulu apa yang diputuskan.' };
      if (!nilai.penanggung_jawab.trim()) return { nama: 'penanggung_jawab', pesan: 'Tulis siapa penanggung jawabnya.' };
      const tenggat = bacaTanggal(nilai.tenggat);
      if (tenggat.pesan) return { nama: 'tenggat', pesan: tenggat.pesan };
      if (!tenggat.iso && !tanpaTenggat) {
        tanpaTenggat = true;
        return { nama: 'tenggat', pesan: 'Belum ada tenggat. Isi tanggalnya, atau simpan sekali lagi tanpa tenggat.' };
      }
      const surat = { ...nilai, kode_unit: unit, tenggat: tenggat.iso };
      if (lama) antreanGanti(lama, surat, 'keputusan');
      else antreanTambah('keputusan', surat);
      return null;
    },
  });
}

/** A letter as a decision: what a change says, with the rest from the decision it was said of. */
function isiKeputusan({ jalan, isi, tentang }) {
  if (jalan === 'keputusan') return isi;
  const apa = [isi.apa || tentang?.apa, isi.catatan].filter(Boolean).join(': ');
  return { ...tentang, ...isi, apa };
}

/** What was decided on this unit so far, below the form. */
function sudahDiputuskan(kodeUnit) {
  const rows = keputusanKini().filter((baris) => baris.kode_unit === kodeUnit);
  if (!rows.length) return null;
  const satu = (baris) => unsur('li', {}, unsur('b', {}, baris.apa), ` ${baris.penanggung_jawab}`,
    baris.tenggat_teks ? `, ${baris.tenggat_teks}` : '', baris.tanda ? ` (${baris.tanda})` : '');
  return unsur('div', { class: 'sudah', tabindex: 0 }, unsur('h3', {}, 'Sudah diputuskan untuk unit ini'), unsur('ul', {}, ...rows.map(satu)));
}

/** Open what fits a row: what was refused is mended, what is kept is changed. */
function bukaBaris(baris) {
  const surat = baris.tolak && antreanSini().find((satu) => satu.uid === baris.tolak.uid);
  if (surat && (surat.jalan === 'keputusan' || baris.yatim)) bukaKeputusan(surat);
  else if (surat && surat.jalan === 'batal') bukaPenarikan(baris, surat);
  else bukaPerubahan(baris, surat);
}

const PILIHAN_KEADAAN = ['belum', 'berjalan', 'selesai'].map((satu) => [satu, DATA.kata[satu]]);

/** Change a decision of this meeting, or say what has become of an earlier one. */
function bukaPerubahan(baris, lama = null) {
  const janji = slaidKini().jenis === 'janji';
  const terbawa = baris.dibawa && (baris.bawa || keadaan.keputusan.some((satu) => satu.uid === baris.uid));
  const kini = {
    apa: baris.apa,
    penanggung_jawab: baris.penanggung_jawab,
    keadaan: baris.keadaan === 'lewat' ? '' : baris.keadaan,
    catatan: janji ? '' : baris.catatan,
    tenggat: sebutTanggal(baris.tenggat),
    bawa: false,
  };
  const mula = lama ? { ...kini, ...lama.isi, tenggat: sebutTanggal(lama.isi.tenggat || baris.tenggat) } : kini;
  const pilihan = kini.keadaan ? PILIHAN_KEADAAN : [['', `${DATA.kata.lewat}, tidak berubah`], ...PILIHAN_KEADAAN];
  const isian = [
    { nama: 'apa', label: 'Yang diputuskan', jenis: 'panjang' },
    { nama: 'penanggung_jawab', label: 'Penanggung jawab', jenis: 'teks', paling: DATA.batas.orang },
    { nama: 'keadaan', label: 'Keadaan', jenis: 'pilih', pilihan },
    { nama: 'catatan', label: janji ? 'Keterangan hari ini' : 'Catatan', jenis: 'teks', paling: DATA.batas.catatan, petunjuk: janji ? baris.catatan : '' },
    { nama: 'tenggat', label: 'Tenggat', jenis: 'tanggal' },
    { nama: 'bawa', label: 'Bawa ke keputusan rapat ini', jenis: 'centang', petunjuk: 'Spasi untuk memilih' },
  ].filter(({ nama }) => (janji ? !['apa', 'penanggung_jawab'].includes(nama) && (nama !== 'bawa' || !terbawa) : nama !== 'bawa'));
  panelBuka({
    kunci: `ubah-${baris.uid}`,
    judul: janji ? 'Perkembangan tindak lanjut' : 'Ubah keputusan',
    keterangan: janji ? `${baris.apa} · ${baris.unit}` : baris.unit,
    pesan: lama ? `${lama.ditolak.pesan} ${lama.ditolak.saran}` : '',
    isian: isian.map((satu) => ({ ...satu, nilai: mula[satu.nama] })),
    simpan: (nilai) => {
      for (const nama of ['apa', 'penanggung_jawab']) {
        if (nama in nilai && !nilai[nama].trim()) return { nama, pesan: 'Bagian ini tidak boleh kosong.' };
      }
      const beda = { untuk: baris.uid };
      for (const nama of ['apa', 'penanggung_jawab', 'keadaan', 'catatan', 'bawa']) {
        if (nama in nilai && nilai[nama] && nilai[nama] !== kini[nama]) beda[nama] = nilai[nama];
      }
      if (nilai.tenggat.trim() !== kini.tenggat) {
        const tenggat = bacaTanggal(nilai.tenggat);
        if (tenggat.pesan) return { nama: 'tenggat', pesan: tenggat.pesan };
        if (!tenggat.iso) return { nama: 'tenggat', pesan: 'Tenggat tidak dapat dikosongkan. Tulis tanggal yang baru.' };
        beda.tenggat = tenggat.iso;
      }
      if (Object.keys(beda).length === 1) return { nama: isian[0].nama, pesan: 'Belum ada yang diubah.' };
      if (lama) antreanGanti(lama, beda);
      else antreanTambah('langkah', beda, tentang(baris));
      return null;
    },
  });
}

/** What must be known of a row should it be gone when something said of it arrives. */
function tentang({ apa, penanggung_jawab, kode_unit, kode_indikator }) {
  return { apa, penanggung_jawab, kode_unit, kode_indikator };
}

/** Withdraw a decision, with its reason. */
function bukaPenarikan(baris, lama = null) {
  panelBuka({
    kunci: `tarik-${baris.uid}`,
    judul: 'Tarik keputusan',
    keterangan: baris.apa,
    tombol: 'Tarik',
    pesan: lama ? `${lama.ditolak.pesan} ${lama.ditolak.saran}` : '',
    isian: [{ nama: 'alasan', label: 'Alasan', jenis: 'teks', paling: DATA.batas.catatan, nilai: lama ? lama.isi.alasan : '' }],
    simpan: ({ alasan }) => {
      if (!alasan.trim()) return { nama: 'alasan', pesan: 'Tulis alasannya dalam satu kalimat.' };
      const isi = { untuk: baris.uid, alasan };
      if (lama) antreanGanti(lama, isi);
      else antreanTambah('batal', isi, tentang(baris));
      return null;
    },
  });
}

/** Throw away what the server refused; what it has stays as it is. */
function bukaPembuangan(baris) {
  panelBuka({
    kunci: `buang-${baris.tolak.uid}`,
    judul: baris.id === null && !baris.yatim ? 'Buang keputusan yang ditolak' : 'Buang perubahan yang ditolak',
    keterangan: baris.apa,
    tombol: 'Buang',
    pesan: `${baris.tolak.pesan} ${baris.tolak.saran}`,
    isian: [],
    simpan: () => {
      antreanHapus(baris.tolak.uid);
      return null;
    },
  });
}
