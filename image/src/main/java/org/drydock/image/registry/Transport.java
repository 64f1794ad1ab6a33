package org.drydock.image.registry;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.drydock.image.ImageException;

/** HTTP clients by what they trust; each is made when it is first needed. */
final class Transport implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(20);

    private final RegistryOptions options;
    private final ConcurrentMap<Boolean, HttpClient> clients = new ConcurrentHashMap<>();

    Transport(RegistryOptions options) {
        this.options = options;
    }

    /** The client for a host; redirects are left to the caller. */
    HttpClient clientFor(String host) {
        return clients.computeIfAbsent(!options.unverifiedTls().contains(host), this::client);
    }

    @Override
    public void close() {
        clients.values().forEach(HttpClient::shutdownNow);
    }

    private HttpClient client(boolean verified) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .proxy(new EnvironmentProxies(options.environment()));
        if (!verified) {
            builder.sslContext(context(new TrustManager[] {new TrustingAnybody()}));
        } else if (!options.authorities().isEmpty()) {
            builder.sslContext(context(trusting(options.authorities())));
        }
        return builder.build();
    }

    private static SSLContext context(TrustManager[] trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new ImageException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    /** The usual authorities and those of the files. */
    private static TrustManager[] trusting(List<Path> files) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int count = 0;
            for (X509Certificate usual : usual()) {
                store.setCertificateEntry("usual-" + count++, usual);
            }
            for (Path file : files) {
                for (Certificate more : read(file)) {
                    store.setCertificateEntry("file-" + count++, more);
                }
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw new ImageException("the certificate authorities cannot be set up: " + e.getMessage(), e);
        }
    }

    private static Iterable<X509Certificate> usual() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return List.of(x509.getAcceptedIssuers());
            }
        }
        return List.of();
    }

    private static Iterable<? extends Certificate> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            var found = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new ImageException(file + ": no certificate in it; a PEM file was expected");
            }
            return found;
        } catch (GeneralSecurityException e) {
            throw new ImageException(file + ": not a PEM file of certificates: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new ImageException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** For hosts that the user has named as not to be verified. */
    private static final class TrustingAnybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
