package org.drydock.inventory.java;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Group ids of artifacts that are published without Maven's descriptors inside and whose manifests do not tell the group
 * either. Each line is an artifact id, or its beginning and {@code *}, and its group id; a third word limits the line to
 * major versions from that number on. The most exact artifact and then the highest limit counts.
 */
final class KnownGroups {
    private static final String TABLE = """
            spring-aop org.springframework
            spring-aspects org.springframework
            spring-beans org.springframework
            spring-context* org.springframework
            spring-core* org.springframework
            spring-expression org.springframework
            spring-instrument* org.springframework
            spring-jcl org.springframework
            spring-jdbc org.springframework
            spring-jms org.springframework
            spring-messaging org.springframework
            spring-orm org.springframework
            spring-oxm org.springframework
            spring-r2dbc org.springframework
            spring-test org.springframework
            spring-tx org.springframework
            spring-web org.springframework
            spring-webflux org.springframework
            spring-webmvc org.springframework
            spring-webmvc-portlet org.springframework
            spring-websocket org.springframework
            spring-boot* org.springframework.boot
            spring-security-* org.springframework.security
            spring-security-oauth org.springframework.security.oauth
            spring-security-oauth2 org.springframework.security.oauth
            spring-integration-* org.springframework.integration
            spring-batch-* org.springframework.batch
            spring-session-* org.springframework.session
            spring-cloud-* org.springframework.cloud
            spring-data-* org.springframework.data
            spring-kafka* org.springframework.kafka
            spring-rabbit* org.springframework.amqp
            spring-amqp org.springframework.amqp
            spring-graphql* org.springframework.graphql
            spring-ldap-* org.springframework.ldap
            spring-ws-* org.springframework.ws
            spring-xml org.springframework.ws
            spring-webflow org.springframework.webflow
            spring-hateoas org.springframework.hateoas
            spring-retry org.springframework.retry
            tomcat-embed-* org.apache.tomcat.embed
            tomcat-* org.apache.tomcat
            h2 com.h2database
            hsqldb* org.hsqldb
            derby* org.apache.derby
            mysql-connector-java mysql
            mysql-connector-j com.mysql
            ojdbc* com.oracle.database.jdbc
            bcprov-* org.bouncycastle
            bcpkix-* org.bouncycastle
            bcutil-* org.bouncycastle
            bcpg-* org.bouncycastle
            bcmail-* org.bouncycastle
            bctls-* org.bouncycastle
            bc-fips org.bouncycastle
            hibernate-* org.hibernate
            hibernate-core org.hibernate.orm 6
            hibernate-envers org.hibernate.orm 6
            hibernate-commons-annotations org.hibernate.common
            hibernate-jpa-* org.hibernate.javax.persistence
            kotlin-* org.jetbrains.kotlin
            kotlinx-* org.jetbrains.kotlinx
            okhttp* com.squareup.okhttp3
            okhttp com.squareup.okhttp
            okhttp com.squareup.okhttp3 3
            okio* com.squareup.okio
            retrofit com.squareup.retrofit2
            grpc-* io.grpc
            rxjava io.reactivex
            rxjava io.reactivex.rxjava2 2
            rxjava io.reactivex.rxjava3 3
            reactor-core io.projectreactor
            reactor-netty* io.projectreactor.netty
            micrometer-* io.micrometer
            micronaut-* io.micronaut
            kafka-clients org.apache.kafka
            kafka_* org.apache.kafka
            kafka-streams* org.apache.kafka
            connect-* org.apache.kafka
            lucene-* org.apache.lucene
            solr-* org.apache.solr
            elasticsearch* org.elasticsearch
            opensearch* org.opensearch
            groovy* org.codehaus.groovy
            groovy* org.apache.groovy 4
            poi* org.apache.poi
            xmlbeans org.apache.xmlbeans
            ant org.apache.ant
            ant-* org.apache.ant
            xercesImpl xerces
            xalan xalan
            serializer xalan
            axis org.apache.axis
            jdom2 org.jdom
            dom4j dom4j
            dom4j org.dom4j 2
            jna* net.java.dev.jna
            quartz* org.quartz-scheduler
            jenkins-core org.jenkins-ci.main
            graphql-java com.graphql-java
            caffeine com.github.ben-manes.caffeine
            moshi* com.squareup.moshi
            asm* asm
            asm* org.ow2.asm 4
            junit-jupiter* org.junit.jupiter
            junit-platform-* org.junit.platform
            """;

    /** Artifacts from the time when group and artifact had the same name. */
    private static final String SAME = """
            antlr aopalliance avalon-framework bsf bsh c3p0 castor cglib commons-attributes commons-beanutils
            commons-betwixt commons-chain commons-cli commons-codec commons-collections commons-configuration
            commons-daemon commons-dbcp commons-dbutils commons-digester commons-discovery commons-el commons-fileupload
            commons-httpclient commons-io commons-jexl commons-jxpath commons-lang commons-launcher commons-logging
            commons-modeler commons-net commons-pool commons-primitives commons-transaction commons-validator
            commons-vfs jaxen jdom jibx joda-time junit log4j ognl oro regexp struts velocity wsdl4j xml-apis xmlenc
            xmlunit xom xpp3
            """;

    private static final Map<String, List<Group>> EXACT = new HashMap<>();
    private static final Map<String, List<Group>> BEGINNINGS = new HashMap<>();

    static {
        for (String name : SAME.strip().split("\\s+", 0)) {
            add(new String[] {name, name});
        }
        TABLE.lines().forEach(line -> add(line.split(" ", 3)));
    }

    private record Group(String id, int fromMajor) {}

    private KnownGroups() {}

    /** The group id of an artifact, empty if it is not among the known ones. */
    static String of(String artifact, String version) {
        int major = major(version);
        String found = newest(EXACT.get(artifact), major);
        for (int end = artifact.length(); end > 0 && found.isEmpty(); end--) {
            if (endsWord(artifact, end)) {
                found = newest(BEGINNINGS.get(artifact.substring(0, end)), major);
            }
        }
        return found;
    }

    /** {@code poi*} is meant for {@code poi-ooxml}, not for {@code point}. */
    private static boolean endsWord(String artifact, int end) {
        return end == artifact.length()
                || !Character.isLetter(artifact.charAt(end))
                || !Character.isLetter(artifact.charAt(end - 1));
    }

    private static String newest(@Nullable List<Group> groups, int major) {
        String id = "";
        for (Group group : groups == null ? List.<Group>of() : groups) {
            if (major >= group.fromMajor) {
                id = group.id;
            }
        }
        return id;
    }

    private static int major(String version) {
        int major = 0;
        for (int i = 0; i < Math.min(version.length(), 4) && Character.isDigit(version.charAt(i)); i++) {
            major = major * 10 + version.charAt(i) - '0';
        }
        return major;
    }

    private static void add(String[] words) {
        boolean beginning = words[0].endsWith("*");
        String artifact = beginning ? words[0].substring(0, words[0].length() - 1) : words[0];
        int fromMajor = words.length > 2 ? Integer.parseInt(words[2]) : 0;
        (beginning ? BEGINNINGS : EXACT)
                .computeIfAbsent(artifact, a -> new ArrayList<>())
                .add(new Group(words[1], fromMajor));
    }
}
