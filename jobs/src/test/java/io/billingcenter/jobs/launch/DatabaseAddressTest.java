package io.billingcenter.jobs.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.schema.DatabaseKind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DatabaseAddressTest {

    private static final Path HOME = Path.of("/srv/billing");

    @Test
    void aPathIsAnEmbeddedDatabaseBelowTheHome() {
        DatabaseAddress address = DatabaseAddress.of("var/db/billing", HOME);
        assertThat(address.url()).startsWith("jdbc:hsqldb:file:/srv/billing/var/db/billing;hsqldb.tx=mvcc;");
        assertThat(address.url()).contains("hsqldb.write_delay=false");
        assertThat(address.kind()).isEqualTo(DatabaseKind.HSQLDB);
    }

    @Test
    void aServerGetsBatchesOfInserts() {
        assertThat(DatabaseAddress.of("jdbc:postgresql://db/billing", HOME).url())
                .isEqualTo("jdbc:postgresql://db/billing?reWriteBatchedInserts=true");
        assertThat(DatabaseAddress.of("jdbc:postgresql://db/billing?user=x", HOME)
                        .url())
                .isEqualTo("jdbc:postgresql://db/billing?user=x&reWriteBatchedInserts=true");
    }

    @Test
    void showsNoPassword() {
        assertThat(DatabaseAddress.of("jdbc:postgresql://db/billing?user=x&password=y", HOME)
                        .shown())
                .isEqualTo("jdbc:postgresql://db/billing");
        assertThat(DatabaseAddress.of("var/db/billing", HOME).shown()).isEqualTo("/srv/billing/var/db/billing");
    }

    @Test
    void refusesAnotherDatabase() {
        assertThatThrownBy(() -> DatabaseAddress.of("jdbc:mysql://db/billing", HOME))
                .hasMessageContaining("found 'jdbc:mysql://db/billing'");
    }
}
