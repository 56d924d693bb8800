// The slides: one of them is shown; going to another only moves a class.

const SLAID = Array.from(document.getElementById('deret').children);
const deret = {
  kini: 0,
  /** Set by the rest of the page: called after another slide is shown. */
  pindah: () => {},
};

function tampilkan(nomor) {
  const tujuan = Math.max(0, Math.min(SLAID.length - 1, nomor));
  if (tujuan === deret.kini && SLAID[tujuan].classList.contains('tampak')) return;
  if (document.activeElement && document.activeElement !== document.body) document.activeElement.blur();
  tutupRincian();
  SLAID[deret.kini].classList.remove('tampak');
  SLAID[tujuan].classList.add('tampak');
  deret.kini = tujuan;
  history.replaceState(null, '', `#${encodeURIComponent(DATA.slaid[tujuan].kunci)}`);
  deret.pindah();
}

/** Close what was opened on the slide; false where nothing was. */
function tutupRincian() {
  const terbuka = SLAID[deret.kini].querySelectorAll('details[open]');
  for (const satu of terbuka) satu.open = false;
  return terbuka.length > 0;
}

/** The list that lies open over the slide, to be scrolled. */
function gulirKini() {
  return SLAID[deret.kini].querySelector('details[open] .gulir');
}

/** The slide with this key, 0 where there is none. */
function nomorDari(kunci) {
  return Math.max(0, DATA.slaid.findIndex((satu) => satu.kunci === kunci));
}

function dariAlamat() {
  try {
    return nomorDari(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return 0;
  }
}

function slaidKini() {
  return DATA.slaid[deret.kini];
}

/** The slide fills the window without being cut, whatever its shape. */
function skalakan() {
  const skala = Math.min(window.innerWidth / LEBAR, window.innerHeight / TINGGI);
  const kiri = Math.max(0, (window.innerWidth - LEBAR * skala) / 2);
  const atas = Math.max(0, (window.innerHeight - TINGGI * skala) / 2);
  KANVAS.style.transform = `translate(${kiri}px, ${atas}px) scale(${skala})`;
}

function layarPenuh() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen().catch(() => {});
}

window.addEventListener('resize', skalakan);
window.addEventListener('hashchange', () => tampilkan(dariAlamat()));

// What names another slide leads there; rows without a link of their own are reached by Tab as well.
for (const satu of document.querySelectorAll('#deret [data-ke]:not(a)')) {
  satu.tabIndex = 0;
  satu.setAttribute('role', 'link');
}
document.getElementById('deret').addEventListener('click', (peristiwa) => {
  const tujuan = peristiwa.target.closest('[data-ke]');
  if (!tujuan) return;
  peristiwa.preventDefault();
  tampilkan(nomorDari(tujuan.dataset.ke));
});
