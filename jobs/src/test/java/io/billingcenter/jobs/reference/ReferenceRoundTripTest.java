package io.billingcenter.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.config.MigratedDatabase;
import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.account.PlanPeriod;
import io.billingcenter.domain.pricing.PriceBook;
import io.billingcenter.domain.reference.ReferenceData;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.RetentionPolicies;
import io.billingcenter.domain.usage.RetentionPolicy;
import io.billingcenter.readers.pricing.PriceBookFolder;
import io.billingcenter.readers.pricing.PriceBookTableReader;
import io.billingcenter.readers.reference.ImportedReference;
import io.billingcenter.readers.reference.ReferenceFolder;
import io.billingcenter.readers.reference.ReferenceTableReader;
import io.billingcenter.writers.pricing.PriceBookTables;
import io.billingcenter.writers.reference.ReferenceTables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
        ReferenceTables tables = new ReferenceTables(jdbc);
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

    @Test
    void givesBackTheShippedPrices() {
        List<PriceBook> shipped = new PriceBookFolder(Path.of("..", "config", "price-books")).read();
        PriceBookTables tables = new PriceBookTables(jdbc);
        tables.store(shipped);
        tables.store(shipped);
        assertThat(new PriceBookTableReader(jdbc).catalog().books()).containsExactlyElementsOf(shipped);
        assertThat(shipped).extracting(PriceBook::version).contains(BillingDay.parse("2024-11-06"));
    }
}
