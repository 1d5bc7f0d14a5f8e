package io.billingcenter.writers.files.fapiao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.delivery.DeliverySet;
import io.billingcenter.domain.delivery.SetRefusedException;
import io.billingcenter.domain.fapiao.FapiaoLayout;
import io.billingcenter.domain.fapiao.FapiaoRequest;
import io.billingcenter.domain.fapiao.FapiaoResult;
import io.billingcenter.domain.fapiao.FapiaoState;
import io.billingcenter.domain.fapiao.FapiaoStatus;
import io.billingcenter.domain.fapiao.FapiaoTerms;
import io.billingcenter.domain.invoicing.Buyer;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.schema.MigratedDatabase;
import io.billingcenter.writers.files.delivery.DeliverySettings;
import io.billingcenter.writers.files.delivery.SetDelivery;
import io.billingcenter.writers.tables.fapiao.FapiaoRequestWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Requests of fapiao: texts below three rows of heads, open ones only, and a list of all. */
class FapiaoFilesTest {

    private static final FapiaoTerms TERMS =
            new FapiaoTerms(true, "软件服务费", "3040201010000000000", new BigDecimal("0.06"));
    private static final FapiaoLayout LAYOUT = new FapiaoLayout(List.of(
            new FapiaoLayout.Sheet(
                    "1-发票基本信息",
                    "instructions",
                    List.of(
                            new FapiaoLayout.Column("发票流水号", "必填", 20, "{request_id}"),
                            new FapiaoLayout.Column("发票类型", "必填", 10, "{type}"),
                            new FapiaoLayout.Column("是否含税", "必填", 10, "是"),
                            new FapiaoLayout.Column("购买方名称", "必填", 8, "{title}"),
                            new FapiaoLayout.Column("备注", "", 230, "{remark}"))),
            new FapiaoLayout.Sheet(
                    "2-发票明细信息",
                    "",
                    List.of(
                            new FapiaoLayout.Column("发票流水号", "", 20, "{request_id}"),
                            new FapiaoLayout.Column("商品和服务税收编码", "", 19, "{goods_code}"),
                            new FapiaoLayout.Column("金额", "", 20, "{amount}"),
                            new FapiaoLayout.Column("税率", "", 20, "{rate}"))),
            new FapiaoLayout.Sheet("3-特定业务信息", "none", List.of())));

    @TempDir
    private Path out;

    private JdbcTemplate jdbc;

    @BeforeEach
    void open() throws IOException {
        jdbc = MigratedDatabase.create();
    }

    @Test
    void openRequestsAreRowsOfTextsFromTheFourthRowOn() throws IOException {
        FapiaoResult issued =
                new FapiaoResult("INV-2026-000003", "263", BillingDay.parse("2026-11-05"), FapiaoState.ISSUED, "");
        Path folder = deliver(List.of(
                new FapiaoStatus(request("INV-2026-000001", "莲花科技", "T1", "1234.50"), List.of()),
                new FapiaoStatus(request("INV-2026-000002", "Lotus", "", "0.10"), List.of()),
                new FapiaoStatus(request("INV-2026-000003", "Blue", "", "5.00"), List.of(issued))));

        try (ReadableWorkbook workbook =
                new ReadableWorkbook(folder.resolve("fapiao-requests.xlsx").toFile())) {
            List<Row> first = workbook.getSheet(0).orElseThrow().read();
            assertThat(first).hasSize(5);
            assertThat(first.get(0).getCellAsString(0)).contains("instructions");
            assertThat(first.get(1).getCellAsString(0)).contains("必填");
            assertThat(texts(first.get(2))).containsExactly("发票流水号", "发票类型", "是否含税", "购买方名称", "备注");
            assertThat(texts(first.get(3)))
                    .containsExactly("INV-2026-000001", "增值税专用发票", "是", "莲花科技", "2026-10 INV-2026-000001");
            assertThat(texts(first.get(4))).startsWith("INV-2026-000002", "普通发票");
            List<Row> second = workbook.getSheet(1).orElseThrow().read();
            assertThat(texts(second.get(3)))
                    .containsExactly("INV-2026-000001", "3040201010000000000", "1234.50", "0.06");
            assertThat(second.get(3).stream().map(Cell::getType)).containsOnly(CellType.STRING);
            assertThat(workbook.getSheet(2).orElseThrow().getName()).isEqualTo("3-特定业务信息");
        }
        assertThat(Files.readString(folder.resolve("fapiao-states.csv")))
                .isEqualTo(
                        "request_id,invoice_number,account_id,title,amount,currency,state,fapiao_number,issued,red_of\r\n"
                                + "INV-2026-000001,INV-2026-000001,acct-1,莲花科技,1234.50,CNY,REQUESTED,,,\r\n"
                                + "INV-2026-000002,INV-2026-000002,acct-1,Lotus,0.10,CNY,REQUESTED,,,\r\n"
                                + "INV-2026-000003,INV-2026-000003,acct-1,Blue,5.00,CNY,ISSUED,263,2026-11-05,\r\n");
    }

    @Test
    void aTextThatIsMissingOrTooLongIsNamed() {
        assertThatThrownBy(
                        () -> deliver(List.of(new FapiaoStatus(request("INV-1", "Nine char", "", "1.00"), List.of()))))
                .isInstanceOf(SetRefusedException.class)
                .hasMessageContaining("at most 8 characters in column 购买方名称")
                .hasMessageContaining("acct-1");
        assertThatThrownBy(() -> deliver(List.of(new FapiaoStatus(request("INV-1", "", "", "1.00"), List.of()))))
                .isInstanceOf(SetRefusedException.class)
                .hasMessageContaining("title of account acct-1");
        FapiaoLayout wrong = new FapiaoLayout(
                List.of(new FapiaoLayout.Sheet("1", "", List.of(new FapiaoLayout.Column("a", "", 5, "{nonsense}")))));
        assertThatThrownBy(() ->
                        deliver(List.of(new FapiaoStatus(request("INV-1", "A", "", "1.00"), List.of())), wrong))
                .isInstanceOf(SetRefusedException.class)
                .hasMessageContaining("{nonsense}");
    }

    @Test
    void aRequestIsStoredOnce() {
        List<FapiaoRequest> requests = List.of(request("INV-1", "A", "", "1.00"), request("INV-2", "B", "", "2.00"));
        new FapiaoRequestWriter(jdbc, 7).store(requests.subList(0, 1));
        new FapiaoRequestWriter(jdbc, 8).store(requests);

        assertThat(jdbc.query(
                        "SELECT request_id, invoice_number, amount, run_id FROM fapiao_request ORDER BY request_id",
                        (row, n) -> row.getString(1)
                                + ' '
                                + row.getString(2)
                                + ' '
                                + row.getBigDecimal(3)
                                + ' '
                                + row.getLong(4)))
                .containsExactly("INV-1 INV-1 1.00 7", "INV-2 INV-2 2.00 8");
    }

    private Path deliver(List<FapiaoStatus> requests) {
        return deliver(requests, LAYOUT);
    }

    private Path deliver(List<FapiaoStatus> requests, FapiaoLayout layout) {
        return new SetDelivery(jdbc, new DeliverySettings(out, ZoneId.of("Asia/Shanghai"), false))
                .deliver(
                        DeliverySet.parse("2026-10/fapiao"),
                        new FapiaoFiles(requests, layout, TERMS, BillingDay.parse("2026-11-01")))
                .folder();
    }

    private static FapiaoRequest request(String invoice, String title, String taxId, String amount) {
        return new FapiaoRequest(
                invoice,
                BillingMonth.parse("2026-10"),
                new BillingAccountId("acct-1"),
                new Buyer(title, taxId, "", "", "", "", "", "", "", "", ""),
                Money.of(Currency.getInstance("CNY"), new BigDecimal(amount)));
    }

    private static List<String> texts(Row row) {
        return row.stream().map(Cell::getText).toList();
    }
}
