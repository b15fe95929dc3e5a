import Nodes

/// The `deploy` block of `site.yaml`: where the site is published to, and how carefully.
public struct DeploySettings: Fielded {
  public let targets: Table<TargetSettings>
  /// For how many deploys a fingerprinted asset stays that no page asks for any more.
  public let keepAssets: Int
  /// More files than this are not deleted without being told so.
  public let maxDeletes: Int
  /// Nor a greater part of what is published than this, in hundredths.
  public let maxDeleteShare: Int
  /// How many addresses are fetched afterwards to see that they are what was sent.
  public let verify: Int
  /// For how long they are asked again while they differ; by the kind of target when nil.
  public let verifySeconds: Int?

  public init(reading fields: inout Fields) {
    targets = fields.value("targets", "Where the site is published to, by name.", default: Table())
    keepAssets = fields.value(
      "keep_assets", "For how many deploys an asset stays that no page asks for any more.", default: 3,
      in: 0...100)
    maxDeletes = fields.value(
      "max_deletes", "How many files one deploy may delete.", default: 256, in: 0...1_000_000)
    maxDeleteShare = fields.value(
      "max_delete_share", "Which part of the published files one deploy may delete, in percent.", default: 20,
      in: 0...100)
    verify = fields.value(
      "verify", "How many addresses are fetched afterwards and compared.", default: 5, in: 0...1000)
    verifySeconds = fields.optional(
      "verify_seconds", "For how many seconds they are asked again while they differ.")
  }
}
