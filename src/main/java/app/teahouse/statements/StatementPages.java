package app.teahouse.statements;

import app.teahouse.kernel.Partner;
import app.teahouse.plans.Plans;
import app.teahouse.receipts.OrderFilter;
import app.teahouse.security.Limits;
import app.teahouse.web.Csv;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Manage › Money › Tables: which days and which plan, and then the file. */
@Controller
class StatementPages {
    private static final String HERE = "/c/{slug}/manage/money/statements";

    private final Templates templates;
    private final OrderTable orderTable;
    private final TransferTable transferTable;
    private final Plans plans;
    private final Limits limits;

    StatementPages(
            Templates templates, OrderTable orderTable, TransferTable transferTable, Plans plans, Limits limits) {
        this.templates = templates;
        this.orderTable = orderTable;
        this.transferTable = transferTable;
        this.plans = plans;
        this.limits = limits;
    }

    private interface Table {
        void write(Partner partner, Sheet sheet) throws IOException;
    }

    @GetMapping(HERE)
    Page choose(Partner partner, Frame frame) {
        return Page.of(templates.statementsChoose(frame, plans.all(partner.circle())));
    }

    @GetMapping(HERE + "/orders.csv")
    void orders(
            Partner partner,
            Frame frame,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable String currency,
            HttpServletResponse response)
            throws IOException {
        send(partner, frame, OrderFilter.of(from, to, plan, currency, null), "orders", orderTable::write, response);
    }

    @GetMapping(HERE + "/transfers.csv")
    void transfers(
            Partner partner,
            Frame frame,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable String currency,
            HttpServletResponse response)
            throws IOException {
        send(
                partner,
                frame,
                OrderFilter.of(from, to, plan, currency, null),
                "transfers",
                transferTable::write,
                response);
    }

    private void send(
            Partner partner, Frame frame, OrderFilter filter, String name, Table table, HttpServletResponse response)
            throws IOException {
        limits.take("export", partner.account().value().toString(), 30, Duration.ofHours(1));
        var face = partner.member().face();
        Csv.send(
                response,
                face.slug() + "-" + name,
                out -> table.write(partner, new Sheet(out, frame, face.zone(), filter)));
    }
}
