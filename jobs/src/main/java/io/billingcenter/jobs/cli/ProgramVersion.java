package io.billingcenter.jobs.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, which the build copies from the POM. */
final class ProgramVersion implements IVersionProvider {

    private static final String RESOURCE = "/billing-version.properties";

    @Override
    public String[] getVersion() throws IOException {
        Properties properties = new Properties();
        try (InputStream resource = ProgramVersion.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IOException("Expected " + RESOURCE + " on the class path, found none");
            }
            properties.load(resource);
        }
        return new String[] {"Billing Center " + properties.getProperty("version")};
    }
}
