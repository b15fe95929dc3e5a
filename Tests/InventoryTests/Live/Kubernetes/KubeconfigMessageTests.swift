import Diagnostics
import Disk
import Foundation
import Language
import TestSupport
import Testing

@testable import Inventory

@Suite("a kubeconfig with a mistake")
struct KubeconfigMessageTests {
  /// A comment in the first line says what is allowed, or which context is asked for.
  @Test(
    "is refused in words that hold none of its secrets",
    arguments: Fixture.all(in: "kubeconfig", besides: Recordings.besides))
  func mistakes(fixture: Fixture) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(fixture.input, to: "kubeconfig")
    var policy = AccessPolicy(
      environment: ["PATH": "/usr/bin:/bin"], now: Recordings.now,
      allowsExec: fixture.input.hasPrefix("# allow: exec\n"), allowsInsecure: false)
    policy.execLimit = .seconds(1)
    let first = fixture.input.prefix { $0 != "\n" }
    let context = first.hasPrefix("# context: ") ? String(first.dropFirst("# context: ".count)) : nil
    let report = #expect(throws: Report.self) {
      try ClusterAccess.find(kubeconfig: path, context: context, under: policy)
    }
    let told = try #require(report).told.replacing(folder.path + "/", with: "")
    try fixture.expect(told)
    #expect(!told.contains("planted"))
  }

  @Test("that is not there is told, unless it stands in a list")
  func absent() throws {
    let folder = try TemporaryFolder()
    let policy = AccessPolicy(
      environment: ["KUBECONFIG": "\(folder.path)/one:\(folder.path)/two"], now: Recordings.now,
      allowsExec: false,
      allowsInsecure: false)
    let named = #expect(throws: Report.self) {
      try ClusterAccess.find(kubeconfig: folder.path + "/none", context: nil, under: policy)
    }
    #expect(
      named?.told.replacing(folder.path + "/", with: "") == """
        none: error: there is no such file
        hint: check the path
        none: error: no existe ese archivo
        pista: revisa la ruta

        """)
    let listed = #expect(throws: Report.self) {
      try ClusterAccess.find(kubeconfig: nil, context: nil, under: policy)
    }
    #expect(
      listed?.told == """
        kubeconfig: error: no kubeconfig was found, and this is no pod of a cluster
        hint: name one with kubeconfig, set KUBECONFIG, or put it in ~/.kube/config
        kubeconfig: error: no se encontró ningún kubeconfig, y esto no es un pod de un clúster
        pista: indica uno con kubeconfig, define KUBECONFIG o ponlo en ~/.kube/config

        """)
  }

  @Test("that only its secrets make unreadable is refused without a reason")
  func unreadable() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      bytes: Array("users: [{name: a, user: {token: \"".utf8) + [0xFF, 0xFE] + Array("\"}}]\n".utf8), to: "k")
    let report = #expect(throws: Report.self) { try Kubeconfig(reading: [Path(path)]) }
    #expect(
      report?.told.replacing(folder.path + "/", with: "") == """
        k: error: this is no kubeconfig
        k: error: esto no es un kubeconfig

        """)
  }
}
