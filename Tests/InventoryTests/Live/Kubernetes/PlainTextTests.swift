import Testing

@testable import Inventory

@Suite("a text of a cluster")
struct PlainTextTests {
  @Test(
    "is a version only in the form of one",
    arguments: [
      ("v1.33.4+k3s1", true), ("RELEASE.2025-07-23T15-54-02Z", true), ("latest", true),
      ("8.2.1-alpine", true),
      ("0.1.0\"><script>alert(1)</script>", false), ("", false), ("-1", false), ("1.0\nX: y", false),
      ("192.168.1.40", false), ("nas.lan", false), ("ana@example.org", false), ("a/b", false), ("ñ", false),
      (String(repeating: "1", count: 129), false),
    ])
  func versions(text: String, isTaken: Bool) {
    #expect(PlainText.version(text) == (isTaken ? text : nil))
  }

  @Test(
    "is a product only without names of the network in it",
    arguments: [
      ("NixOS 25.05 (Warbler)", true), ("containerd://2.0.5-k3s2", true),
      ("Debian GNU/Linux 12 (bookworm)", true),
      ("Built on nas.lan", false), ("containerd://10.0.0.1", false), ("a <b>", false), ("", false),
    ])
  func products(text: String, isTaken: Bool) {
    #expect(PlainText.product(text) == (isTaken ? text : nil))
  }

  @Test(
    "is a name without its private end",
    arguments: [
      ("jellyfin", "jellyfin"), ("backup-to-nas.lan", "backup-to-nas"), ("a.b.home.arpa", "a.b"),
      ("db.corp.local", "db"), ("cert-manager.io", "cert-manager.io"), ("10.0.0.1", nil), (".lan", nil),
      ("", nil), ("a b", nil), ("a@b", nil), ("1.2.3.4.lan", nil),
    ] as [(String, String?)])
  func names(text: String, name: String?) {
    #expect(PlainText.name(text) == name)
  }

  @Test(
    "is a branch only without an address in it",
    arguments: [
      ("main", true), ("feat/topology", true), ("v1.2.3", true), ("feat/ana@example.org", false),
      ("fix/nas.lan", false), ("release/10.0.0.1", false), ("a b", false),
    ])
  func branches(text: String, isTaken: Bool) {
    #expect(PlainText.branch(text) == (isTaken ? text : nil))
  }

  @Test("is a word or a phrase only of letters")
  func words() {
    #expect(PlainText.word("HealthCheckFailed") == "HealthCheckFailed")
    #expect(PlainText.word("timeout at 10.0.0.1") == nil)
    #expect(PlainText.phrase("Cluster in healthy state") == "Cluster in healthy state")
    #expect(PlainText.phrase("Creating instance on 192.168.1.61") == nil)
    #expect(PlainText.commit("0fa4e5ba00000000000000000000000000000fa4") == "0fa4e5b")
    #expect(PlainText.commit("1.9.1") == nil)
    #expect(PlainText.commit(nil) == nil)
  }

  @Test(
    "is the name of a host that anybody can reach, or not",
    arguments: [
      ("jellyfin.homelab.example", true), ("*.apps.homelab.example", true), ("grafana.lan", false),
      ("GRAFANA.LAN", false), ("argocd.home.arpa", false), ("longhorn.internal", false), ("jellyfin", false),
      ("10.0.0.1", false), ("fd00::1", false), ("*.lan", false), ("", false), ("a b.example", false),
      ("x.svc", false), ("kubernetes.default.svc.cluster.local", false),
    ])
  func hosts(host: String, isPublic: Bool) {
    #expect(PrivateName.isPublic(host: host) == isPublic)
  }

  @Test(
    "is an image of which the tail is told",
    arguments: [
      ("registry.lan:5000/private/ledger:0.3.1", "ledger", "0.3.1"), ("busybox", "busybox", nil),
      ("docker.io/jellyfin/jellyfin:10.10.7@sha256:aa", "jellyfin", "10.10.7"),
      ("ghcr.io/example/pinned@sha256:aa", "pinned", nil), ("registry.lan:5000/tool", "tool", nil),
      ("a/b:<script>", "b", nil),
    ] as [(String, String, String?)])
  func images(reference: String, name: String, tag: String?) {
    let image = ObservedImage(reference: reference)
    #expect(image?.name == name)
    #expect(image?.tag == tag)
  }
}
