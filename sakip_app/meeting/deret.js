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
  SLAID[deret.kini].classList.remove('tampak');
  SLAID[tujuan].classList.add('tampak');
  deret.kini = tujuan;
  history.replaceState(null, '', `#${encodeURIComponent(DATA.slaid[tujuan].kunci)}`);
  deret.pindah();
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
