package io.billingcenter.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.account.PlanPeriod;
import io.billingcenter.domain.pricing.PriceBook;
import io.billingcenter.domain.reference.ReferenceData;
import io.billingcenter.domain.reference.ReferenceFile;
import io.billingcenter.domain.reference.ReferenceLoss;
import io.billingcenter.domain.reference.ReferenceRow;
import io.billingcenter.domain.reference.ReferenceRows;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.RetentionPolicies;
import io.billingcenter.domain.usage.RetentionPolicy;
import io.billingcenter.readers.files.pricing.PriceBookFolder;
import io.billingcenter.readers.files.reference.ImportedReference;
import io.billingcenter.readers.files.reference.ReferenceFolder;
import io.billingcenter.readers.tables.pricing.PriceBookTableReader;
import io.billingcenter.readers.tables.reference.ReferenceTableReader;
import io.billingcenter.schema.MigratedDatabase;
import io.billingcenter.writers.tables.pricing.PriceBookWriter;
import io.billingcenter.writers.tables.reference.ReferenceWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is in the files is in the tables: every fact of the samples and every shipped price comes back as it was. */
class ReferenceRoundTripTest {

    private static final Set<String> SITES = Set.of("cn1", "cn2", "cn3", "cn4", "us1", "ap1");

    private JdbcTemplate jdbc;

    @BeforeEach
    void createTables() throws IOException {
        jdbc = MigratedDatabase.create();
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-meters", "joint-billing", "late-file", "retention-change", "series"})
    void givesBackTheReferenceDataOfASample(String sample) {
        ImportedReference read = new ReferenceFolder(Path.of("..", "input-samples", sample, "reference"), SITES).read();
        ReferenceWriter tables = new ReferenceWriter(jdbc);
        assertThat(tables.replace(read.data(), read.sha256ByFile())).isTrue();
        assertThat(tables.replace(read.data(), read.sha256ByFile())).isFalse();
        assertDirectory(read.data(), new ReferenceTableReader(jdbc).directory());
        assertAgreements(read.data());
    }

    private static void assertDirectory(ReferenceData data, AccountDirectory directory) {
        assertThat(data.workspaces())
                .allSatisfy(workspace ->
                        assertThat(directory.workspace(workspace.id())).contains(workspace));
        assertThat(data.billingAccounts())
                .allSatisfy(
                        account -> assertThat(directory.account(account.id())).isEqualTo(account));
        for (Binding binding : data.bindings()) {
            assertThat(directory.binding(binding.workspace(), binding.days().from()))
                    .contains(binding);
        }
        for (PlanPeriod period : data.plans()) {
            assertThat(directory.plan(period.workspace(), period.days().from())).isEqualTo(period.plan());
        }
    }

    private void assertAgreements(ReferenceData data) {
        ReferenceTableReader reader = new ReferenceTableReader(jdbc);
        Map<?, RetentionPolicies> policies = reader.retentionPolicies();
        for (RetentionPolicy policy : data.retentionPolicies()) {
            assertThat(policies.get(policy.workspace()).daysAt(policy.data(), policy.subject(), policy.effectiveAt()))
                    .isEqualTo(policy.days());
        }
        data.contractPrices()
                .forEach(price -> assertThat(reader.contractPrices()
                                .inForce(price.account(), price.days().from()))
                        .contains(price));
    }

    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("console_accounts.csv", "email,name\na@b,Owner\n"),
            Map.entry("billing_accounts.csv", "account_id,username,name,currency,certified\nacct-1,one,,CNY,true\n"),
            Map.entry(
                    "workspaces.csv",
                    "workspace_id,name,site,console_account,storage_type,channel,created\n"
                            + "ws-1,,cn1,a@b,es,website,2026-01-01\nws-2,,cn1,a@b,es,website,2026-01-01\n"),
            Map.entry(
                    "bindings.csv",
                    "workspace_id,account_id,settlement,vendor_account,from,to\nws-1,acct-1,aws,12-34,2026-01-01,\n"),
            Map.entry(
                    "prepaid_cards.csv",
                    "card_id,account_id,amount,purchased,expires\nc-1,acct-1,1000,2026-01-01,2027-01-01\n"),
            Map.entry(
                    "packages.csv",
                    "package_id,account_id,package,from,workspaces\np-1,acct-1,starter,2026-01-05,ws-2;ws-1\n"),
            Map.entry(
                    "private_tariffs.csv",
                    "workspace_id,scheme,collectors,price,maintenance,from,to\n"
                            + "ws-2,licence,500,4000,600.5,2027-01-01,\nws-2,payg,,2.1234567,,2026-01-01,2027-01-01\n"),
            Map.entry("vendor_releases.csv", "settlement,vendor_account,day\naws,12-34,2026-03-01\n"),
            Map.entry("unlocks.csv", "account_id,day\nacct-1,2026-03-05\n"),
            Map.entry(
                    "alert_thresholds.csv",
                    "workspace_id,meter,amount,from,to\nws-1,log,0,2026-01-01,2026-07-01\nws-1,,500.25,2026-01-01,\n"),
            Map.entry(
                    "invoice_profiles.csv",
                    "account_id,title,tax_id,address,phone,bank,bank_account,email,country,buyer_reference,endpoint_scheme,"
                            + "endpoint,from,to\nacct-1,莲花,9131,\"1 Road, Shanghai\",+86,ICBC,62,ap@l.example,CN,PO,0088,"
                            + "73,2026-01-01,2026-07-01\nacct-1,Lotus,,,,,,,,,,,2026-07-01,\n"),
            Map.entry(
                    "fapiao_results.csv",
                    "request_id,fapiao_number,issued,state,red_of\nR-1,26,2026-11-05,ISSUED,\nR-1,,,RED_REQUESTED,26\n"));

    @Test
    void givesBackWhatAccountsPayWithAndWhatIsAgreed(@TempDir Path folder) throws IOException {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        ImportedReference read = new ReferenceFolder(folder, SITES).read();
        new ReferenceWriter(jdbc).replace(read.data(), read.sha256ByFile());
        ReferenceTableReader reader = new ReferenceTableReader(jdbc);
        assertSame(reader.prepaidCards(), read.data().prepaidCards());
        assertSame(reader.packages(), read.data().packages());
        assertSame(reader.privateTariffs(), read.data().privateTariffs());
        assertSame(reader.vendorReleases(), read.data().vendorReleases());
        assertSame(reader.unlocks(), read.data().unlocks());
        assertSame(reader.alertThresholds(), read.data().alertThresholds());
        assertSame(reader.invoiceProfiles(), read.data().invoiceProfiles());
        assertSame(reader.fapiaoResults(), read.data().fapiaoResults());
        assertThat(reader.importedFiles()).isEqualTo(read.sha256ByFile());
        assertThat(ReferenceLoss.between(rowsOf(reader.data()), rowsOf(read.data()), BillingDay.parse("2020-01-01")))
                .isEmpty();
        assertThat(ReferenceLoss.between(rowsOf(read.data()), rowsOf(reader.data()), BillingDay.parse("2020-01-01")))
                .isEmpty();
        assertThat(rowsOf(reader.data()).keySet())
                .extracting(ReferenceFile::fileName)
                .containsExactlyInAnyOrderElementsOf(FILES.keySet());
    }

    private static Map<ReferenceFile, List<ReferenceRow>> rowsOf(ReferenceData data) {
        return ReferenceRows.of(data, ZoneId.of("Asia/Shanghai"));
    }

    /** Amounts have the digits of their column. */
    private static void assertSame(List<?> stored, List<?> given) {
        assertThat(stored)
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .ignoringCollectionOrder()
                .isEqualTo(given);
        assertThat(stored).isNotEmpty();
    }

    @Test
    void givesBackTheShippedPrices() {
        List<PriceBook> shipped = new PriceBookFolder(Path.of("..", "config", "price-books")).read();
        PriceBookWriter tables = new PriceBookWriter(jdbc);
        tables.store(shipped);
        tables.store(shipped);
        assertThat(new PriceBookTableReader(jdbc).priceBooks().books()).containsExactlyElementsOf(shipped);
        assertThat(shipped).extracting(PriceBook::version).contains(BillingDay.parse("2024-11-06"));
    }
}
