package io.billingcenter.remote.object;

import io.billingcenter.remote.Loopback;
import io.billingcenter.remote.RemoteException;
import io.billingcenter.remote.RemoteTimeouts;
import io.billingcenter.remote.Secret;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A bucket of an S3-compatible object store, and the part of it that is used.
 *
 * @param endpoint address of the store
 * @param prefix beginning of all keys, without a slash at its ends; may be empty
 * @param pathStyle whether the bucket is in the path of requests instead of in the name of the host
 * @param checksumsWhenRequired whether checksums are sent only where the protocol requires them, for stores that refuse others
 */
public record ObjectStore(
        URI endpoint,
        String region,
        String bucket,
        String prefix,
        boolean pathStyle,
        boolean checksumsWhenRequired,
        Secret accessKey,
        Secret secretKey) {

    private static final Pattern ADDRESS = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/([^?#]*))?");

    /** Requires a protected connection to any other machine. */
    public ObjectStore {
        String host = endpoint.getHost();
        boolean secured = "https".equals(endpoint.getScheme());
        boolean own = "http".equals(endpoint.getScheme()) && host != null && Loopback.is(host);
        if (host == null || !secured && !own) {
            throw new IllegalArgumentException("Expected an endpoint that begins with https://, found '" + endpoint
                    + "'; plain http is for a store on this machine only");
        }
        if (endpoint.getUserInfo() != null) {
            throw new IllegalArgumentException("Expected an endpoint without user and password, found one at " + host);
        }
    }

    /**
     * Returns the store at an address.
     *
     * @param address text of the form {@code s3://bucket/prefix}
     * @throws IllegalArgumentException if the address has another form, or the endpoint is not protected
     */
    public static ObjectStore at(
            String address,
            URI endpoint,
            String region,
            boolean pathStyle,
            boolean checksumsWhenRequired,
            Secret accessKey,
            Secret secretKey) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "Expected an address of the form s3://bucket/prefix, found '" + address + "'");
        }
        String prefix = parts.group(2) == null ? "" : parts.group(2).replaceAll("^/+|/+$", "");
        return new ObjectStore(
                endpoint, region, parts.group(1), prefix, pathStyle, checksumsWhenRequired, accessKey, secretKey);
    }

    /** Returns the key of an object below the prefix. */
    public String key(String relative) {
        return prefix.isEmpty() ? relative : prefix + "/" + relative;
    }

    /** Returns the address without any secret. */
    public String address() {
        return "s3://" + bucket + (prefix.isEmpty() ? "" : "/" + prefix) + " at " + endpoint;
    }

    /** Opens a client with the usual time-outs; the caller closes it. */
    public S3Client open() throws RemoteException {
        return open(RemoteTimeouts.USUAL);
    }

    /**
     * Opens a client; the caller closes it. Failed requests are not repeated by the client, since the caller has a rule for that,
     * and no file of the home folder is read.
     *
     * @throws RemoteException if a secret cannot be read
     */
    public S3Client open(RemoteTimeouts timeouts) throws RemoteException {
        AwsBasicCredentials credentials = AwsBasicCredentials.create(accessKey.reveal(), secretKey.reveal());
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .forcePathStyle(pathStyle)
                // Other stores than that of the library's maker do not all know its encoding of bodies.
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .requestChecksumCalculation(
                        checksumsWhenRequired
                                ? RequestChecksumCalculation.WHEN_REQUIRED
                                : RequestChecksumCalculation.WHEN_SUPPORTED)
                .responseChecksumValidation(
                        checksumsWhenRequired
                                ? ResponseChecksumValidation.WHEN_REQUIRED
                                : ResponseChecksumValidation.WHEN_SUPPORTED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(timeouts.connect())
                        .socketTimeout(timeouts.answer()))
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry())
                        .defaultProfileFile(ProfileFile.aggregator().build()))
                .build();
    }
}
