// An invitation's poster is an SVG; its PNG is drawn here, with the fonts of this phone, so that it can be saved and sent.
(() => {
  'use strict';
  for (const button of document.querySelectorAll('[data-poster]')) {
    const shown = document.getElementById(button.dataset.poster);
    button.hidden = false;
    button.addEventListener('click', async () => {
      await shown.decode();
      const scale = 1080 / shown.naturalWidth;
      const canvas = document.createElement('canvas');
      canvas.width = 1080;
      canvas.height = Math.round(shown.naturalHeight * scale);
      canvas.getContext('2d').drawImage(shown, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((png) => {
        const name = button.dataset.name || 'poster.png';
        const file = new File([png], name, {type: 'image/png'});
        const address = URL.createObjectURL(png);
        shown.src = address;
        if (navigator.canShare && navigator.canShare({files: [file]})) {
          navigator.share({files: [file]}).catch(() => {});
        } else {
          Object.assign(document.createElement('a'), {href: address, download: name}).click();
        }
      }, 'image/png');
    });
  }
})();
