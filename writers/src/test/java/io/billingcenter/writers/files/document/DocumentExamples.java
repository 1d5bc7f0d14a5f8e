package io.billingcenter.writers.files.document;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.document.AdjustmentLine;
import io.billingcenter.domain.document.DayAmount;
import io.billingcenter.domain.document.DocumentDates;
import io.billingcenter.domain.document.DocumentHead;
import io.billingcenter.domain.document.DocumentHead.Correction;
import io.billingcenter.domain.document.DocumentHead.DocumentAccount;
import io.billingcenter.domain.document.DocumentState;
import io.billingcenter.domain.document.InvoiceDocument;
import io.billingcenter.domain.document.MeterLine;
import io.billingcenter.domain.document.StatementDocument;
import io.billingcenter.domain.document.StatementDocument.DailyBill;
import io.billingcenter.domain.document.StatementDocument.StatementInvoice;
import io.billingcenter.domain.document.StatementDocument.WalletMovement;
import io.billingcenter.domain.document.StatementDocument.WalletStatement;
import io.billingcenter.domain.document.WalletBalance;
import io.billingcenter.domain.document.WorkspaceSection;
import io.billingcenter.domain.invoicing.Buyer;
import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.domain.invoicing.Seller;
import io.billingcenter.domain.money.ExactAmount;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.LedgerEntryType;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;

/** Documents for tests, made from a seed: some lines for each workspace, adjustments, and days and payments that add up to them. */
final class DocumentExamples {

    static final BillingMonth MONTH = BillingMonth.parse("2026-10");
    static final Currency CNY = Currency.getInstance("CNY");
    static final Currency USD = Currency.getInstance("USD");

    static final Seller SELLER =
            new Seller("上海示例云计算有限公司", "上海市浦东新区示例路 100 号", "91310000MA1FL00000", "示例银行上海分行 1001 0000 0000 0000");
    static final Seller SELLER_ABROAD = new Seller(
            "Example Cloud Pte. Ltd.",
            "1 Example Street, Singapore 018900",
            "SG201900000A",
            "Example Bank, SWIFT EXAMSGSG, 000-000000-0");
    static final Buyer BUYER = new Buyer(
            "北京客户科技有限公司",
            "91110000MA00000000",
            "北京市海淀区客户大街 8 号",
            "+86 10 0000 0000",
            "客户银行",
            "6222 0000",
            "",
            "CN",
            "PO-77",
            "0192",
            "987654325");

    static Buyer buyer(String title) {
        return new Buyer(title, "", "", "", "", "", "", "", "", "", "");
    }

    private final Random random;
    private final Currency currency;
    private Seller seller = SELLER;
    private Buyer buyer = BUYER;
    private DocumentHead head;
    private int workspaces = 2;
    private int lines = 4;
    private int adjustments = 2;
    private boolean negative;

    private DocumentExamples(long seed, Currency currency) {
        this.random = new Random(seed);
        this.currency = currency;
        this.head = new DocumentHead(
                DocumentKind.INVOICE,
                DocumentState.FINAL,
                String.format("INV-2026-%06d", 1 + seed),
                Correction.NONE,
                new DocumentAccount(new BillingAccountId("acct-" + seed), "account " + seed),
                MONTH,
                currency,
                new DocumentDates(BillingDay.parse("2026-11-03"), BillingDay.parse("2026-12-03")));
    }

    static DocumentExamples of(long seed, Currency currency) {
        return new DocumentExamples(seed, currency);
    }

    DocumentExamples parties(Seller ofSeller, Buyer ofBuyer) {
        seller = ofSeller;
        buyer = ofBuyer;
        return this;
    }

    DocumentExamples size(int numberOfWorkspaces, int linesOfEach, int numberOfAdjustments) {
        workspaces = numberOfWorkspaces;
        lines = linesOfEach;
        adjustments = numberOfAdjustments;
        return this;
    }

    /** Makes all amounts of adjustments large and below zero. */
    DocumentExamples negative() {
        negative = true;
        return this;
    }

    DocumentExamples state(DocumentState state) {
        boolean draft = state == DocumentState.DRAFT;
        head = new DocumentHead(
                head.kind(),
                state,
                draft ? null : head.number(),
                state == DocumentState.VOID ? new Correction(null, "INV-2026-000777", "") : Correction.NONE,
                head.account(),
                head.month(),
                currency,
                draft ? DocumentDates.NONE : head.dates());
        return this;
    }

    DocumentExamples creditNote(String invoice) {
        head = new DocumentHead(
                DocumentKind.CREDIT_NOTE,
                DocumentState.FINAL,
                "CN-2026-000001",
                new Correction(invoice, null, "Agent sent twice <&> 重复计费"),
                head.account(),
                head.month(),
                currency,
                head.dates());
        workspaces = 0;
        negative = true;
        return this;
    }

    InvoiceDocument invoice() {
        List<WorkspaceSection> sections = new ArrayList<>();
        for (int i = 0; i < workspaces; i++) {
            String id = String.format("ws-%04d", i);
            sections.add(new WorkspaceSection(
                    new WorkspaceId(id), i % 3 == 0 ? "生产环境 " + i : "workspace <" + i + ">", meterLines()));
        }
        List<AdjustmentLine> changes = new ArrayList<>();
        for (int i = 0; i < adjustments; i++) {
            MeterTier tier = tier();
            // A changed price or fee is an adjustment without a quantity.
            BigDecimal quantity =
                    i % 2 == 1 ? BigDecimal.ZERO : BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000);
            BigDecimal amount = BigDecimal.valueOf(random.nextInt(20_000) - 10_000, 2);
            changes.add(new AdjustmentLine(
                    MONTH.firstDay().plusDays(random.nextInt(31)),
                    new WorkspaceId("ws-0000"),
                    "生产环境 0",
                    tier,
                    negative ? quantity.abs().negate() : quantity,
                    Money.of(
                            currency,
                            negative
                                    ? amount.abs()
                                            .add(BigDecimal.valueOf(100_000))
                                            .negate()
                                    : amount)));
        }
        return document(sections, changes);
    }

    private InvoiceDocument document(List<WorkspaceSection> sections, List<AdjustmentLine> changes) {
        Money total = Money.zero(currency);
        for (WorkspaceSection section : sections) {
            total = total.plus(section.subtotal());
        }
        for (AdjustmentLine change : changes) {
            total = total.plus(change.amount());
        }
        Money zero = Money.zero(currency);
        Money card = share(total, 5);
        Money cash = share(total, 3);
        PaymentParts payment =
                new PaymentParts(zero, card, cash, zero, total.minus(card).minus(cash));
        WalletBalance balance = new WalletBalance(
                zero, money("12.50"), money("1000.00"), payment.owed().negated());
        return new InvoiceDocument(
                head,
                seller,
                buyer,
                sections,
                changes,
                payment,
                balance,
                head.kind() == DocumentKind.INVOICE ? days(total) : List.of());
    }

    private Money money(String amount) {
        return Money.of(currency, new BigDecimal(amount));
    }

    private static Money share(Money total, int part) {
        return new ExactAmount(
                        total.currency(),
                        total.amount().divide(BigDecimal.valueOf(part), 6, java.math.RoundingMode.DOWN))
                .round();
    }

    private List<DayAmount> days(Money total) {
        List<DayAmount> days = new ArrayList<>();
        Money left = total;
        for (int i = 0; i < 31; i++) {
            Money amount = i == 30 ? left : share(total, 20 + random.nextInt(25));
            days.add(new DayAmount(MONTH.firstDay().plusDays(i), amount));
            left = left.minus(amount);
        }
        return days;
    }

    private List<MeterLine> meterLines() {
        List<MeterLine> all = new ArrayList<>();
        List<MeterTier> tiers = new ArrayList<>();
        Arrays.stream(Meter.values())
                .forEach(meter -> meter.tiers().forEach(days -> tiers.add(new MeterTier(meter, days))));
        Collections.shuffle(tiers, random);
        List<MeterTier> chosen = new ArrayList<>(tiers.subList(0, Math.min(lines, tiers.size())));
        Collections.sort(chosen);
        for (MeterTier tier : chosen) {
            all.add(line(tier));
        }
        return all;
    }

    private MeterTier tier() {
        Meter meter = Meter.values()[random.nextInt(Meter.values().length)];
        return new MeterTier(
                meter, meter.tiers().get(random.nextInt(meter.tiers().size())));
    }

    private MeterLine line(MeterTier tier) {
        BigDecimal quantity =
                BigDecimal.valueOf(Math.abs(random.nextLong() % (tier.meter().unit() * 500L)));
        BigDecimal price = BigDecimal.valueOf(1 + random.nextInt(9_999), 3);
        Money exact = new ExactAmount(
                        currency,
                        quantity.divide(BigDecimal.valueOf(tier.meter().unit())).multiply(price))
                .round();
        // The days were rounded one by one.
        Money amount = exact.plus(Money.of(currency, BigDecimal.valueOf(random.nextInt(31) - 15L, 2)));
        return new MeterLine(tier, PostingKind.USAGE, quantity, price, amount);
    }

    StatementDocument statement() {
        List<DailyBill> bills = new ArrayList<>();
        List<WalletMovement> movements = new ArrayList<>();
        Money zero = Money.zero(currency);
        movements.add(new WalletMovement(
                MONTH.firstDay(), LedgerEntryType.RECHARGE, new WalletBalance(zero, zero, money("5000.00"), zero)));
        for (int i = 0; i < 31; i++) {
            BillingDay day = MONTH.firstDay().plusDays(i);
            Money cash = Money.of(currency, BigDecimal.valueOf(random.nextInt(20_000), 2));
            bills.add(new DailyBill(day, new PaymentParts(zero, zero, cash, zero, zero)));
            movements.add(
                    new WalletMovement(day, LedgerEntryType.BILL, new WalletBalance(zero, zero, cash.negated(), zero)));
        }
        Money total = bills.stream().map(bill -> bill.payment().total()).reduce(zero, Money::plus);
        WalletStatement wallet = new WalletStatement(
                currency,
                new WalletBalance(zero, zero, money("100.00"), zero),
                List.of(new StatementInvoice(head.kind(), head.state(), head.number(), total)),
                bills,
                movements);
        return new StatementDocument(
                head.account(), MONTH, head.state(), head.dates().issued(), seller, buyer, List.of(wallet));
    }
}
