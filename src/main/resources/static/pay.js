// Opens WeChat's own window for paying, inside WeChat. What came of it is asked of the server: this page proves nothing.
(() => {
  const button = document.querySelector('[data-wechat-pay]');
  if (!button) return;
  const pay = () => {
    window.WeixinJSBridge.invoke('getBrandWCPayRequest', JSON.parse(button.dataset.wechatPay), () => {
      location.assign(button.dataset.done);
    });
  };
  const whenReady = () => {
    if (window.WeixinJSBridge) pay();
    else document.addEventListener('WeixinJSBridgeReady', pay, {once: true});
  };
  button.addEventListener('click', whenReady);
  whenReady();
})();
