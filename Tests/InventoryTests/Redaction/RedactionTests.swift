import Diagnostics
import Language
import Nodes
import TestSupport
import Testing

@testable import Inventory

/// What of a fact may be seen.
@Suite("Redaction")
struct RedactionTests {
  private func policy(_ yaml: String) throws -> Publish {
    let source = Source(path: "inventory/publish.yaml", bytes: Array(yaml.utf8))
    return try Publish.decode(YAML.read(source), from: source).value
  }

  @Test("refuses what is private, and hides it in snapshots")
  func cautious() {
    let redaction = Redaction()
    #expect(redaction.verdict(on: "Lenovo neo 50q", of: "host:neo.model") == .clear("Lenovo neo 50q"))
    #expect(
      redaction.verdict(on: "nas.lan", of: "host:nas.name") == .leaking([Leak(.internalName, 0..<7)]))
    #expect(redaction.redacted("10.0.0.1 en nas.lan") == "••• en •••")
  }

  @Test("takes four numbers for a version where one stands, unless they are how homes are addressed")
  func versions() throws {
    for redaction in [Redaction(), Redaction(policy: try policy("addresses: mask"))] {
      #expect(redaction.verdict(on: "10.1.2.3", of: "app:plex.version") == .clear("10.1.2.3"))
    }
    let redaction = Redaction()
    for (text, path) in [
      ("192.168.1.41", "app:plex.version"), ("172.16.5.4", "app:plex.version"), ("10.1.2.3", "app:plex.url"),
      ("10.1.2.3:6443", "app:plex.version"), ("10.1.2.3 en casa", "app:plex.version"),
      ("10.1.2.3", "version"),
    ] {
      guard case .leaking = redaction.verdict(on: text, of: path) else {
        Issue.record("\(text) in \(path)")
        continue
      }
    }
  }

  @Test("masks addresses, or shows them, when it is told to")
  func addresses() throws {
    let mask = Redaction(policy: try policy("addresses: mask"))
    #expect(mask.verdict(on: "192.168.1.41", of: "x") == .clear("192.168.x.x"))
    #expect(mask.verdict(on: "10.1.2.3, fd00:fa4e::42", of: "x") == .clear("10.x.x.x, fd00:…"))
    #expect(mask.redacted("172.16.5.4 bc:24:11:fa:4e:52") == "172.16.x.x •••")
    let show = Redaction(policy: try policy("addresses: show"))
    #expect(show.verdict(on: "192.168.1.41", of: "x") == .clear("192.168.1.41"))
    #expect(show.redacted("192.168.1.41 nas.lan") == "192.168.1.41 •••")
  }

  @Test("allows what a reason is given for, but denials and secrets win")
  func exceptions() throws {
    let policy = try policy(
      """
      allow: [{path: "host:nas.name", reason: el nombre ya es público}, "host:pve.name"]
      deny: ["*.serial"]
      """)
    let redaction = Redaction(policy: policy, secrets: SecretValues(["secreto-del-nas"]))
    #expect(redaction.verdict(on: "nas.lan", of: "host:nas.name") == .clear("nas.lan"))
    #expect(redaction.verdict(on: "nas.lan", of: "host:pve.name") == .leaking([Leak(.internalName, 0..<7)]))
    #expect(redaction.verdict(on: "ABC", of: "host:nas.serial") == .denied)
    #expect(
      redaction.verdict(on: "secreto-del-nas", of: "host:nas.name") == .leaking([Leak(.secret, 0..<15)]))
  }
}

/// The last look at what was written.
@Suite("Output")
struct OutputScanTests {
  private let page = Source(
    path: "public/index.html",
    bytes: Array("<p>192.168.1.41 ghp_aaaaaaaaaaaaaaaaaa1111111111111111111</p>\n<td>nas.lan</td>\n".utf8))

  @Test("takes each leak in generated text for an error, and shows none of it")
  func generated() {
    #expect(
      LeakScanner(depth: .page).findings(in: page).told(in: .english) == """
        public/index.html:1:4: error: an address of a private network would be published here
           1 | <p>************ *****************************************</p>
             |    ^~~~~~~~~~~~
        hint: find which fact or template writes it, and take it out
        public/index.html:1:17: error: an access token would be published here
           1 | <p>************ *****************************************</p>
             |                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        hint: find which fact or template writes it, and take it out
        public/index.html:2:5: error: the name of a private host would be published here
           2 | <td>*******</td>
             |     ^~~~~~~
        hint: find which fact or template writes it, and take it out

        """)
  }

  @Test("warns of the author's own words only where they look like a real secret")
  func authored() {
    let report = LeakScanner(depth: .page).findings(
      in: page, passages: [Passage(0..<page.bytes.count, .author)])
    #expect(
      report.told == """
        public/index.html:1:17: warning: this looks like an access token
           1 | <p>************ *****************************************</p>
             |                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        hint: if it is real, take it out of the text and have a new one issued; if not, allow the file in 'publish.allow' with the reason
        public/index.html:1:17: aviso: esto parece un token de acceso
           1 | <p>************ *****************************************</p>
             |                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        pista: si es de verdad, quítalo del texto y pide otro nuevo; si no, permite el archivo en «publish.allow» con el motivo

        """)
  }

  @Test("accepts what was judged when it was written, but no secret of the run anywhere")
  func judged() {
    let all = [Passage(0..<page.bytes.count, .judged)]
    #expect(LeakScanner(depth: .page).findings(in: page, passages: all).isEmpty)
    let armed = LeakScanner(depth: .page, secrets: SecretValues(["nas.lan"]))
    let report = armed.findings(in: page, passages: all)
    #expect(
      report.told(in: .english) == """
        public/index.html:2:5: error: the value of a secret of this machine would be published here
           2 | <td>*******</td>
             |     ^~~~~~~
        hint: find which fact or template writes it, and take it out

        """)
  }

  @Test("tells of every kind in both tongues")
  func sentences() {
    for kind in Leak.Kind.allCases {
      for finding in [
        PublishFinding.leak(kind, fact: "host:nas.name", page: "/clusteres/nas/"),
        .leakInOutput(kind, isAuthors: true), .leakInOutput(kind, isAuthors: false),
      ] {
        #expect(finding.code == "leak-\(kind.rawValue)")
        #expect(finding.sentence(in: .english).message.contains(kind.name(in: .english)))
        #expect(finding.sentence(in: .spanish).message.contains(kind.name(in: .spanish)))
      }
    }
    let leak = PublishFinding.leak(.uuid, fact: "host:nas.name", page: "/clusteres/nas/")
    #expect(
      leak.sentence(in: .english)
        == Sentence(
          "host:nas.name holds a UUID, which would be published in /clusteres/nas/",
          hint: "change the value, leave it out of the page, or allow it in 'publish.allow' with the reason"))
    #expect(
      leak.sentence(in: .spanish)
        == Sentence(
          "host:nas.name contiene un UUID, que se publicaría en /clusteres/nas/",
          hint: "cambia el valor, quítalo de la página o permítelo en «publish.allow» con el motivo"))
  }
}

/// The words of servers, cleaned before they are told.
@Suite("Words of others")
struct ToldWordsTests {
  @Test("become one short line without anything private")
  func lines() {
    let redaction = Redaction(secrets: SecretValues(["clave-secreta"]))
    #expect(
      redaction.told("\n dial tcp 192.168.1.50:6443: no route to host\nstack…")
        == " dial tcp •••:6443: no route to host")
    #expect(redaction.told("wrong 'clave-secreta' for token=abc") == "wrong '•••' for token=•••")
    #expect(redaction.told("a\u{1B}[31mb\u{7}") == "a[31mb")
    #expect(redaction.told(String(repeating: "ñ", count: 500)) == String(repeating: "ñ", count: 200) + "…")
    #expect(redaction.told("") == "")
  }
}
