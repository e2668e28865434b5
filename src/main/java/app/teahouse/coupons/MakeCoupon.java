package app.teahouse.coupons;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.plans.Calendar;
import app.teahouse.plans.PlanId;
import app.teahouse.plans.Plans;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a coupon with its codes. What it is never changes, since codes are out in the world; it can be switched off and on. */
@Component
class MakeCoupon {
    private static final int MOST = 500;

    private final Db db;
    private final Codes codes;
    private final Plans plans;
    private final Clock clock;

    MakeCoupon(Db db, Codes codes, Plans plans, Clock clock) {
        this.db = db;
        this.codes = codes;
        this.plans = plans;
        this.clock = clock;
    }

    /** @throws Refusal {@code coupon.word-taken}, {@code coupon.too-many}, {@code plan.unknown} */
    @Transactional
    CouponId make(Partner partner, CouponText text) {
        text.check(Calendar.today(clock.instant(), partner.member().face().zone()));
        var many = db.sql("select count(*) from coupons.coupon where circle_id = :circle")
                .with("circle", partner.circle())
                .one(Long.class);
        if (many >= MOST) {
            throw Refusal.conflict("coupon.too-many").with("most", MOST);
        }
        var id = new CouponId(Ids.next());
        PlanId plan = text.plan() == null
                ? null
                : plans.byNumber(partner.circle(), text.plan()).id();
        var fixed = "fixed".equals(text.kind()) ? Objects.requireNonNull(text.off()) : null;
        db.sql("""
                insert into coupons.coupon
                       (circle_id, coupon_id, name, word, kind, percent, amount, currency, plan_id, purpose, uses_most, person_most,
                        first_day, last_day, codes, made_by, made_at)
                values (:circle, :id, :name, :word, :kind, :percent, :amount, :currency, :plan, :purpose, :usesMost, :personMost,
                        :first, :last, :codes, :by, :now)
                """)
                .with("circle", partner.circle())
                .with("id", id)
                .with("name", Objects.requireNonNull(text.name()).strip())
                .with("word", text.word())
                .with("kind", text.kind())
                .with("percent", "percent".equals(text.kind()) ? text.percent() : null)
                .with("amount", fixed == null ? null : fixed.minor())
                .with("currency", fixed == null ? null : fixed.code())
                .with("plan", plan)
                .with("purpose", text.purpose())
                .with("usesMost", text.usesMost())
                .with("personMost", text.personMost())
                .with("first", text.firstDay())
                .with("last", text.lastDay())
                .with("codes", text.many())
                .with("by", partner.account())
                .with("now", clock.instant())
                .run();
        claim(partner, id, text);
        return id;
    }

    private void claim(Partner partner, CouponId id, CouponText text) {
        if (text.word() != null) {
            if (claim(partner, id, List.of(text.word()), 1, false) == 0) {
                throw Refusal.invalid("word", "coupon.word-taken");
            }
            return;
        }
        var made = 0;
        // Now and then a code is taken already; the numbers after it make up for that.
        for (int next = 1, round = 0; made < text.many() && round < 5; round++) {
            var some = new ArrayList<String>();
            for (var number = next; some.size() < text.many() - made; number++) {
                some.add(codes.of(id, number));
            }
            made += claim(partner, id, some, next, text.many() > 1);
            next += some.size();
        }
        if (made < text.many()) {
            throw new IllegalStateException("No codes are left in circle " + partner.circle());
        }
    }

    private int claim(Partner partner, CouponId id, List<String> some, int first, boolean once) {
        return db.sql("""
                insert into coupons.code (circle_id, claim, coupon_id, number, uses_most)
                select :circle, decode(one.claim, 'hex'), :id, :first + one.n - 1, :once
                  from unnest(cast(:claims as text[])) with ordinality as one (claim, n)
                on conflict do nothing
                """)
                .with("circle", partner.circle())
                .with("id", id)
                .with("first", first)
                .with("once", once ? (Integer) 1 : null)
                .withTexts("claims", some.stream().map(codes::claim).toList())
                .run();
    }

    /** What was begun with it stays; nothing new begins while it is off. */
    @Transactional
    void turn(Partner partner, CouponId id, boolean on) {
        var turned = db.sql("update coupons.coupon set state = :state where circle_id = :circle and coupon_id = :id")
                .with("circle", partner.circle())
                .with("id", id)
                .with("state", on ? "on" : "off")
                .run();
        if (turned == 0) {
            throw Refusal.notFound("coupon.gone");
        }
    }
}
