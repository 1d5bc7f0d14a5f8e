package io.billingcenter.writers.files.journal;

import io.billingcenter.domain.journal.Chart;
import io.billingcenter.domain.journal.JournalDocument;
import io.billingcenter.domain.journal.JournalEntry;
import io.billingcenter.domain.journal.JournalLine;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.writers.files.delivery.SetFile;
import io.billingcenter.writers.files.workbook.SheetColumn;
import io.billingcenter.writers.files.workbook.XlsxFile;
import io.billingcenter.writers.files.workbook.XlsxSheet;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The journal as the standard sheet of vouchers of Kingdee K/3. */
final class KingdeeK3File implements JournalFile {

    private final SetFile file;
    private final Chart chart;
    private final XlsxFile workbook;
    private final XlsxSheet sheet;
    private final VoucherNumbers numbers = new VoucherNumbers();
    private long vouchers;

    KingdeeK3File(SetFile file, Chart chart, BillingDay created) throws IOException {
        this.file = file;
        this.chart = chart;
        this.workbook = new XlsxFile(file, created);
        this.sheet = workbook.sheet(
                "凭证", KingdeeColumns.K3.stream().map(SheetColumn::of).toList());
    }

    @Override
    public void add(JournalEntry entry) throws IOException {
        long number = numbers.next(entry.document());
        long line = 0;
        for (JournalLine each : entry.lines()) {
            sheet.row(cells(entry, each, number, line));
            line++;
        }
        vouchers++;
    }

    private List<@Nullable Object> cells(JournalEntry entry, JournalLine line, long number, long index) {
        JournalDocument document = entry.document();
        Chart.Account account = chart.account(line.key());
        Money amount = line.unsigned();
        Money zero = amount.minus(amount);
        BillingDay day = document.day();
        @Nullable Object[] cells = new @Nullable Object[KingdeeColumns.K3.size()];
        List<@Nullable Object> row = Arrays.asList(cells);
        set(row, "凭证日期", day);
        set(row, "会计年度", (long) day.date().getYear());
        set(row, "会计期间", (long) day.date().getMonthValue());
        set(row, "凭证字", KingdeeColumns.WORD);
        set(row, "凭证号", number);
        set(row, "科目代码", account.code());
        set(row, "科目名称", account.name());
        set(row, "币别代码", KingdeeColumns.code(amount.currency()));
        set(row, "币别名称", KingdeeColumns.name(amount.currency()));
        set(row, "原币金额", amount);
        set(row, "借方", line.isDebit() ? amount : zero);
        set(row, "贷方", line.isDebit() ? zero : amount);
        set(row, "凭证摘要", line.text());
        set(row, "数量", 0L);
        set(row, "单价", 0L);
        set(row, "参考信息", document.number());
        set(row, "业务日期", day);
        set(row, "附件数", 0L);
        set(row, "序号", vouchers);
        set(row, "汇率", 1L);
        set(row, "分录序号", index);
        set(row, "核算项目", KingdeeColumns.dimension(line, document));
        return row;
    }

    private static void set(List<@Nullable Object> row, String column, Object value) {
        row.set(KingdeeColumns.K3.indexOf(column), value);
    }

    @Override
    public void finish() throws IOException {
        sheet.finish();
        workbook.finish();
        file.complete(sheet.rows());
    }

    @Override
    public void close() throws IOException {
        workbook.close();
        file.close();
    }
}
