import Testing

@testable import Inventory

/// What is found in a text, and what is not.
@Suite("Leaks")
struct LeakScannerTests {
  private func shown(_ text: String, _ depth: LeakScanner.Depth = .page) -> String {
    text.replacing(LeakScanner(depth: depth).leaks(in: text)) { leak, _ in "<\(leak.kind.rawValue)>" }
  }

  @Test(
    "are found in pages",
    arguments: [
      ("en 192.168.1.41, o 10.0.0.7:6443.", "en <private-address>, o <private-address>:6443."),
      ("172.16.0.1 172.31.255.255 172.32.0.1", "<private-address> <private-address> 172.32.0.1"),
      ("100.64.13.37 169.254.1.1", "<private-address> <private-address>"),
      ("10.42.0.0/16 in 10.0.0.0/8", "<private-address>/16 in 10.0.0.0/8"),
      ("192.168.1.40-50", "<private-address>-50"),
      ("[fe80::1%eth0] fd00:fa4e::42/64", "[<private-address>%eth0] <private-address>/64"),
      ("fd12:3456:789a:1:2:3:4:5", "<private-address>"),
      ("mac=\"bc:24:11:FA:4e:52\"", "mac=\"<hardware-address>\""),
      ("bc-24-11-fa-4e-52", "<hardware-address>"),
      ("id 4c4c4544-fa4e-4000-8000-000000000050.", "id <uuid>."),
      ("<a href=\"mailto:ana.x+k8s@correo.example\">", "<a href=\"mailto:<email>\">"),
      ("nas.lan y pve-neo.home.arpa:8006", "<internal-name> y <internal-name>:8006"),
      ("http://s3.nas.LOCAL/ db.internal.", "http://<internal-name>/ <internal-name>."),
      ("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbmEifQ.c2lnbmF0dXJl", "<web-token>"),
      ("AKIA0000000000EXAMPL", "<access-key>"),
      ("ghp_" + String(repeating: "a1", count: 18), "<access-key>"),
      ("glpat-aaaaaaaaaa1111111111", "<access-key>"),
      ("root@pam!ci=11111111-2222-3333-4444-555555555555", "<access-key>"),
      ("https://ana:clave123@git.example.org/x", "https://<credentials>@git.example.org/x"),
      ("$2y$05$aaaaaaaaaaaaaaaaaaaaaa1111111111111111111111111111111", "<password-hash>"),
      ("-----BEGIN EC PRIVATE KEY-----\nMHcCAQEE\n-----END EC PRIVATE KEY-----", "<private-key>"),
      ("https://hooks.slack.com/services/T0000/B0000/aaaaaaaaaaaaaaaa", "<access-key>"),
      ("123456789:AA_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "<access-key>"),
    ])
  func found(text: String, expected: String) { #expect(shown(text) == expected) }

  @Test(
    "are found in values, where prose would hold them too",
    arguments: [
      ("4c4c4544fa4e40008000000000000050", "<hexadecimal>"),
      ("FAKEnodeId1xQ7pLm00000000000000000000000000", "<opaque>"),
      ("abcdef.0123456789abcdef", "<access-key>"),
      ("GET /?token=abc&x=1", "GET /?token=<assignment>&x=1"),
      ("{\"adminPassword\": \"abc\"}", "{\"adminPassword\": \"<assignment>\"}"),
    ])
  func foundInValues(text: String, expected: String) {
    #expect(shown(text, .value) == expected)
    #expect(shown(text, .page) == text)
  }

  @Test(
    "are not seen in versions, digests, names and code",
    arguments: [
      "v1.33.4+k3s1", "1.33.4+k3s1", "v10.1.2.3", "10.1.2.3.4", "10.11.6+maria~deb12", "10.0.19041.1",
      "10.10.7",
      "containerd://2.0.5-k3s2", "6.8.12-13-pve", "NixOS 25.05 (Warbler)", "main@sha1:9b2c1f4e", "9b2c1f4",
      "sha256:4355a46b19d348dc2f57c046f8ef63d4538ebb936000f3c9ee954a27460dd865",
      "9b2c1f4e9b2c1f4e9b2c1f4e9b2c1f4e9b2c1f4e", "RELEASE.2025-04-22T22-12-26Z-cpuv1",
      "kube-prometheus-stack-prometheus-node-exporter", "gpu.intel.com/i915", "2026-11-20T12:12:00Z",
      "12:34:56",
      "127.0.0.1", "0.0.0.0", "8.8.8.8", "255.255.255.0", "169.254.169.254", "192.168.x.x", "192.168.1",
      "fade::be",
      "fd00::/8", "fe80::/10", "std::vector", "00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff",
      "00000000-0000-0000-0000-000000000000", "urn:uuid:4c4c4544-fa4e-4000-8000-000000000050",
      "~/.local/share", ".env.local", "values.local.yaml", "kubernetes.default.svc.cluster.local",
      "this.local(",
      "host.docker.internal", "com.example.internal.Foo", "git@github.com:ana/homelab.git",
      "getty@tty1.service",
      "logo@2x.png", "vue@3.4.beta", "pkg@latest", "@media", "ana@pam", "https://user:$PASS@host.example",
      "https://user:{{ pass }}@host.example", "sk-circle-fade-dot", "<p class=\"a-b_c-d\">", "JSON", "AIK",
      "IAKI",
      "-----BEGIN CERTIFICATE-----", "Intel Core i5-13420H", "2.5 Gbit/s", "$1$ and $2a$", "Contraseña",
    ])
  func clean(text: String) {
    #expect(LeakScanner(depth: .value).leaks(in: text) == [])
  }

  @Test("that overlap are one, of the graver kind")
  func overlap() {
    let secrets = SecretValues(["clave-larga@nas.lan"])
    let leaks = LeakScanner(depth: .page, secrets: secrets).leaks(in: "x clave-larga@nas.lan y")
    #expect(leaks == [Leak(.secret, 2..<21)])
  }

  @Test("in hostile texts are sought without delay or harm")
  func hostile() {
    let scanner = LeakScanner(depth: .value, secrets: SecretValues(["aaaaaaaaab", "secreto-largo"]))
    for unit in [
      ".", ":", "-", "@", "a@", "_", "$", "J", "I", "1.", "fd00:", "::", "a.lan.", "ghp_", "-----BEGIN ",
      "eyJ", "a",
      "://a:", "-----BEGIN X PRIVATE KEY-----", "token=", "0:", "ab-", "\u{0}", "é",
    ] {
      let text = String(repeating: unit, count: 30_000 / unit.utf8.count)
      for leak in scanner.leaks(in: text) { #expect(leak.range.upperBound <= text.utf8.count) }
    }
    for length in 0..<24 { _ = scanner.leaks(in: String("-----BEGIN 10.fd00:AKIA".prefix(length))) }
  }
}
