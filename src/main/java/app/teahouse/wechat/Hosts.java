package app.teahouse.wechat;

/**
 * Where WeChat is asked. Only tests ask elsewhere.
 *
 * @param pay takes payments
 * @param browser where a payer's browser is sent to say who they are
 * @param accounts tells us who that was
 */
record Hosts(String pay, String browser, String accounts) {
    static final Hosts REAL =
            new Hosts("https://api.mch.weixin.qq.com", "https://open.weixin.qq.com", "https://api.weixin.qq.com");
}
