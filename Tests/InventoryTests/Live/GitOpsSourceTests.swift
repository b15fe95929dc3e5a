import Diagnostics
import Foundation
import Language
import Nodes
import TestSupport
import Testing

@testable import Inventory

@Suite("Checkouts")
struct GitOpsSourceTests {
  private let bench: SourceBench

  init() throws {
    bench = try SourceBench()
    try git("init", "--quiet", "repo")
  }

  private func git(_ words: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git"] + words
    process.currentDirectoryURL = URL(filePath: bench.folder.path)
    try process.run()
    process.waitUntilExit()
  }

  private func write(_ text: String, to path: String) throws {
    try bench.folder.write(text, to: "repo/\(path)")
  }

  private func facts(_ more: String = "") throws -> Observed {
    try bench.answer("{id: g, type: gitops, path: repo\(more)}").facts
  }

  private func told(_ facts: Observed) -> [String] {
    facts.deliveries.sorted { $0.key < $1.key }.map {
      "\($0.key) " + String(decoding: $0.value.node.json(isIndented: false).dropLast(), as: UTF8.self)
    }
  }

  @Test("tell the releases of Flux, by their own chart or by the artefact they refer to")
  func flux() throws {
    try write("namespace: media\nresources: [.]\n", to: "apps/media/kustomization.yaml")
    try write(
      """
      apiVersion: helm.toolkit.fluxcd.io/v2
      kind: HelmRelease
      metadata: {name: jellyfin}
      spec:
        chartRef: {kind: OCIRepository, name: jellyfin}
        values: {password: clave-secreta}
      ---
      apiVersion: source.toolkit.fluxcd.io/v1
      kind: OCIRepository
      metadata: {name: jellyfin}
      spec: {url: oci://ghcr.io/privado/charts/app-template, ref: {tag: 4.2.0@sha256:abc}}
      """, to: "apps/media/jellyfin.yaml")
    try write(
      """
      apiVersion: helm.toolkit.fluxcd.io/v2
      kind: HelmRelease
      metadata: {name: grafana, namespace: flux-system}
      spec:
        suspend: true
        targetNamespace: monitoring
        chart: {spec: {chart: grafana, version: 9.2.10, sourceRef: {kind: HelmRepository, name: grafana}}}
      ---
      apiVersion: helm.toolkit.fluxcd.io/v2
      kind: HelmRelease
      metadata: {name: "${APP}", namespace: flux-system}
      spec: {chart: {spec: {chart: memos, version: "${VERSION}"}}}
      ---
      apiVersion: kustomize.toolkit.fluxcd.io/v1
      kind: Kustomization
      metadata: {name: apps, namespace: flux-system}
      spec: {path: ./apps, postBuild: {substitute: {TOKEN: clave-secreta}}}
      ---
      apiVersion: source.toolkit.fluxcd.io/v1
      kind: GitRepository
      metadata: {name: infra, namespace: flux-system}
      spec: {url: "ssh://git@git.lan/infra.git", ref: {branch: main}}
      """, to: "flux/all.yaml")
    let told = told(try facts())
    #expect(
      told == [
        #"gitrepository/flux-system/infra {"revision":"main"}"#,
        #"helmrelease/flux-system/grafana {"chart":"grafana","chart_version":"9.2.10","namespace":"monitoring","suspended":true}"#,
        #"helmrelease/media/jellyfin {"chart":"app-template","chart_version":"4.2.0","namespace":"media"}"#,
        #"kustomization/flux-system/apps {}"#,
        #"ocirepository/media/jellyfin {}"#,
      ])
  }

  @Test("tell the applications of Argo CD, by chart, by folder, and those that a generator makes of folders")
  func argo() throws {
    try write(
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Application
      metadata: {name: cilium, namespace: argocd}
      spec:
        source: {repoURL: https://helm.cilium.io, chart: cilium, targetRevision: 1.18.2, helm: {values: "clave-secreta"}}
        destination: {server: https://192.168.1.60:6443, namespace: kube-system}
      ---
      apiVersion: argoproj.io/v1alpha1
      kind: Application
      metadata: {name: whoami}
      spec:
        sources: [{repoURL: https://git.example.org/lab.git, path: apps/whoami, targetRevision: HEAD}]
        destination: {namespace: demo}
      ---
      apiVersion: argoproj.io/v1alpha1
      kind: ApplicationSet
      metadata: {name: system}
      spec:
        generators:
          - git: {directories: [{path: "system/*"}, {path: system/old, exclude: true}]}
      """, to: "bootstrap/apps.yaml")
    try write(
      "dependencies: [{name: longhorn, version: 1.9.1, repository: https://x}]\n",
      to: "system/longhorn/Chart.yaml")
    try write("a: 1\n", to: "system/old/values.yaml")
    try write("a: 1\n", to: "apps/whoami/values.yaml")
    #expect(
      told(try facts(", apps: [apps/*]")) == [
        #"application/argocd/cilium {"chart":"cilium","chart_version":"1.18.2","namespace":"kube-system"}"#,
        #"application/argocd/longhorn {"chart":"longhorn","chart_version":"1.9.1"}"#,
        #"application/argocd/whoami {"namespace":"demo","revision":"HEAD"}"#,
      ])
  }

  @Test("pass over secrets, SOPS, templates and what is broken, and go on with the rest of a file")
  func passedOver() throws {
    let release = """
      apiVersion: helm.toolkit.fluxcd.io/v2
      kind: HelmRelease
      metadata: {name: NAME, namespace: a}
      spec: {}

      """
    try write(
      release.replacing("NAME", with: "one") + "---\nkind: HelmRelease\n  bad: [\n---\n"
        + release.replacing("NAME", with: "two"), to: "a.yaml")
    try write(release.replacing("NAME", with: "sealed") + "sops: {age: []}\n", to: "b.yaml")
    try write(release.replacing("NAME", with: "named"), to: "secret.sops.yaml")
    try write(release.replacing("NAME", with: "jinja"), to: "c.yaml.j2")
    try write("kind: HelmRelease\nmetadata: {{ include \"x\" . }}\n", to: "chart/templates/r.yaml")
    try write("kind: Secret\nstringData: {HelmRelease: clave}\n", to: "d.yaml")
    try bench.folder.write(bytes: [0xFF, 0xFE] + Array("kind: HelmRelease".utf8), to: "repo/e.yaml")
    try write("&a [*a, HelmRelease, *a]\n", to: "f.yaml")
    try write(release.replacing("NAME", with: "hidden"), to: ".git/g.yaml")
    try FileManager.default.createSymbolicLink(
      atPath: bench.folder.path + "/repo/loop", withDestinationPath: bench.folder.path + "/repo")
    try FileManager.default.createSymbolicLink(
      atPath: bench.folder.path + "/repo/out", withDestinationPath: "/etc")
    let answer = try bench.answer("{id: g, type: gitops, path: repo}")
    #expect(answer.facts.deliveries.keys.sorted() == ["helmrelease/a/one", "helmrelease/a/two"])
    #expect(
      answer.remarks.sorted.map { $0.finding.sentence(in: .english).message } == [
        "'a.yaml' can't be read and was passed over", "'e.yaml' can't be read and was passed over",
        "'f.yaml' can't be read and was passed over",
      ])
  }

  @Test("are refused where there is none")
  func absent() throws {
    #expect(try bench.refusal("{id: g, type: gitops, path: nowhere}").hasPrefix("source-unreadable\n"))
  }
}
