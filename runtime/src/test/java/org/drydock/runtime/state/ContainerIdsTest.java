package org.drydock.runtime.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerIdsTest {
    private static final String ID = "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docker/ID",
                "/system.slice/docker-ID.scope",
                "/kubepods.slice/kubepods-pod1.slice/cri-containerd-ID.scope",
                "/kubepods/besteffort/pod1/ID",
                "/kubepods.slice/crio-ID.scope",
                "/machine.slice/libpod-ID.scope",
                "/machine.slice/libpod-ID.scope/container",
                "/system.slice/containerd.service/kubepods-pod1.slice:cri-containerd:ID",
                "/default/ID"
            })
    void idsAreFound(String cgroup) {
        assertThat(ContainerIds.fullId(cgroup.replace("ID", ID))).contains(ID);
        assertThat(ContainerIds.shortId(ID)).isEqualTo("0123456789ab");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "",
                "/user.slice/user-0.slice/session-1.scope",
                "/system.slice/ssh.service",
                "/init.scope",
                "/docker-X.scope"
            })
    void theHostHasNone(String cgroup) {
        assertThat(ContainerIds.fullId(cgroup)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/default/web", "/lxc/web", "/lxc.payload.web"})
    void namesAreIds(String cgroup) {
        assertThat(ContainerIds.fullId(cgroup)).contains("web");
        assertThat(ContainerIds.shortId("web")).isEqualTo("web");
    }
}
