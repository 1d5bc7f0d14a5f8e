package io.billingcenter.readers.tables.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.readers.tables.delivery.BillDetailPages.Page;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

class BillDetailPagesTest {

    private static final LocalDate POSTED = LocalDate.of(2026, 11, 21);

    private JdbcTemplate jdbc;
    private int postings;

    @BeforeEach
    void emptyDatabase() throws IOException {
        jdbc = MigratedDatabase.create();
    }

    @Test
    void accountsShareAPageAndALargeOneHasItsOwn() {
        post("a", "w1", 2);
        post("b", "w1", 1);
        post("c", "", 1);
        post("c", "w1", 3);
        post("c", "w2", 7);
        post("c", "w3", 1);
        post("d", "w1", 4);
        post("e", "w1", 1);

        assertThat(pages(4))
                .containsExactly(
                        new Page("", "a", "b"),
                        new Page("c", "", "w1"),
                        new Page("c", "w2", "w2"),
                        new Page("c", "w3", "w3"),
                        new Page("", "d", "d"),
                        new Page("", "e", "e"));
    }

    @Test
    void nothingPostedIsNoPage() {
        assertThat(pages(4)).isEmpty();
    }

    /** Every line is in one page, in order, and no page has more than it may unless it has one workspace. */
    @RepeatedTest(20)
    void allLinesAreInOnePage(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Map<String, Map<String, Integer>> lines = new TreeMap<>();
        for (int i = random.nextInt(30); i >= 0; i--) {
            String account = "acct-" + random.nextInt(6);
            String workspace = "ws-" + random.nextInt(9);
            int more = 1 + random.nextInt(4);
            post(account, workspace, more);
            lines.computeIfAbsent(account, key -> new TreeMap<>()).merge(workspace, more, Integer::sum);
        }
        int mostLines = 1 + random.nextInt(20);
        List<String> paged = new ArrayList<>();
        for (Page page : pages(mostLines)) {
            int before = paged.size();
            int inPage = 0;
            for (var account : lines.entrySet()) {
                for (var workspace : account.getValue().entrySet()) {
                    if (has(page, account.getKey(), workspace.getKey())) {
                        paged.add(account.getKey() + " " + workspace.getKey());
                        inPage += workspace.getValue();
                    }
                }
            }
            assertThat(inPage <= mostLines || paged.size() == before + 1)
                    .as("%s lines in %s", inPage, page)
                    .isTrue();
        }
        List<String> all = new ArrayList<>();
        lines.forEach(
                (account, workspaces) -> workspaces.keySet().forEach(workspace -> all.add(account + " " + workspace)));
        assertThat(paged).isEqualTo(all);
    }

    private static boolean has(Page page, String account, String workspace) {
        String key = page.isPartOfAccount() ? workspace : account;
        return (!page.isPartOfAccount() || page.account().equals(account))
                && key.compareTo(page.first()) >= 0
                && key.compareTo(page.last()) <= 0;
    }

    private List<Page> pages(int mostLines) {
        return new BillDetailPages(new NamedParameterJdbcTemplate(jdbc), mostLines)
                .of(Map.of("posted", POSTED, "day", POSTED.minusDays(1)));
    }

    /** Lines of that day, and one of another, which is no line of the page. */
    private void post(String account, String workspace, int lines) {
        for (int i = 0; i < lines; i++) {
            post(account, workspace, POSTED.minusDays(1));
        }
        post(account, workspace, POSTED);
    }

    private void post(String account, String workspace, LocalDate day) {
        jdbc.update("""
                INSERT INTO posting (posting_id, posted_day, billing_day, account_id, settlement, workspace_id, meter,
                  retention_days, kind, ordinal, quantity, unit_price, currency, amount, rating, run_id)
                VALUES (?, ?, ?, ?, 'wallet', ?, 'log', 14, 'usage', 1, 1, 1, 'CNY', 1, 1, 1)""", "p" + postings++, POSTED, day, account, workspace);
    }
}
