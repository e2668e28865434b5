package app.teahouse.reports;

import app.teahouse.kernel.Member;
import org.springframework.stereotype.Component;

/** Reports for tests. */
@Component
public class SomeReports {
    private final MakeReport makeReport;

    SomeReports(MakeReport makeReport) {
        this.makeReport = makeReport;
    }

    public void post(Member reporter, long number, String reason) {
        report(reporter, "post", String.valueOf(number), reason);
    }

    public void member(Member reporter, Member whom, String reason) {
        report(reporter, "member", String.valueOf(whom.standing().number()), reason);
    }

    public void circle(Member reporter, String reason) {
        report(reporter, "circle", reporter.face().slug(), reason);
    }

    private void report(Member reporter, String kind, String key, String reason) {
        makeReport.report(reporter, new MakeReport.Wish(kind, key, ReportPages.reason(reason), ""));
    }
}
