package io.billingcenter.readers.files.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.readers.files.csv.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Rows that are valid but together violate a rule on accounts, plans or packages; {@code broken-rules.txt} has the
 * cases.
 */
class BrokenRulesTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeWhoIsThere() throws IOException {
        write("console_accounts.csv", "email,name", "a@b,Owner");
        write(
                "billing_accounts.csv",
                "account_id,username,name,currency,certified",
                "cny,one,,CNY,true",
                "more,two,,CNY,true",
                "usd,three,,USD,true",
                "plain,four,,CNY,false");
        write(
                "workspaces.csv",
                "workspace_id,name,site,console_account,storage_type,channel,created",
                "web,,cn1,a@b,es,website,2026-06-01",
                "new,,cn1,a@b,es,website,2026-06-01",
                "ali,,cn1,a@b,es,aliyun,2026-06-01",
                "aws,,cn1,a@b,es,aws,2026-06-01");
        write("bindings.csv", "workspace_id,account_id,settlement,vendor_account,from,to");
        write("plans.csv", "workspace_id,plan,from,to");
        write("packages.csv", "package_id,account_id,package,from,workspaces");
        write("vendor_releases.csv", "settlement,vendor_account,day");
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "broken-rules.txt", delimiter = '|', quoteCharacter = '§', encoding = "UTF-8")
    void areReported(String rows, @Nullable String place, @Nullable String expected, @Nullable String found)
            throws IOException {
        for (String row : rows.split(" & ", -1)) {
            int space = row.indexOf(' ');
            add(row.substring(0, space) + ".csv", row.substring(space + 1).strip());
        }
        assertThat(problems())
                .isEqualTo(
                        place == null
                                ? List.of()
                                : List.of(place + ": expected " + expected + ", found '" + found + "'"));
    }

    @Test
    void areReportedAllAtOnce() throws IOException {
        add("bindings.csv", "ali,cny,aliyun,a1,2026-01-01,2026-03-01");
        add("bindings.csv", "ali,plain,wallet,,2026-03-01,");
        add("plans.csv", "ali,commercial,2026-01-01,2026-02-01");
        add("plans.csv", "ali,free,2026-02-01,");
        add("packages.csv", "p1,usd,starter,2026-01-01,ali");
        assertThat(problems())
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactly(
                        "bindings.csv, line 3, column settlement",
                        "bindings.csv, line 3, column account_id",
                        "packages.csv, line 2, column account_id",
                        "plans.csv, line 3, column plan");
    }

    @Test
    void areLookedForOnlyAmongGoodRows() throws IOException {
        add("bindings.csv", "ali,cny,aliyun,a1,2026-01-01,2026-03-01");
        add("bindings.csv", "ali,cny,wallet,,2026-03-01,");
        add("vendor_releases.csv", "aliyun,a1,soon");
        assertThat(problems()).singleElement().asString().startsWith("vendor_releases.csv, line 2, column day");
    }

    private void write(String file, String... lines) throws IOException {
        Files.write(folder.resolve(file), List.of(lines));
    }

    private void add(String file, String line) throws IOException {
        Files.write(folder.resolve(file), List.of(line), StandardOpenOption.APPEND);
    }

    private List<String> problems() {
        try {
            new ReferenceFolder(folder, Set.of("cn1")).read();
            return List.of();
        } catch (InvalidReferenceException e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
    }
}
