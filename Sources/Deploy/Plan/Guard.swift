/// What a plan may do without being told so expressly.
public struct Guard: Sendable {
  public let maxDeletes: Int
  /// In hundredths of what is published.
  public let maxDeleteShare: Int
  /// Whether files at the target that are not ours may stay there.
  public let adopts: Bool

  public init(maxDeletes: Int, maxDeleteShare: Int, adopts: Bool) {
    self.maxDeletes = maxDeletes
    self.maxDeleteShare = maxDeleteShare
    self.adopts = adopts
  }

  /// The limits of a target; a limit given for this one deploy is taken as it is, whatever its share.
  public init(_ settings: DeploySettings, adopts: Bool, maxDeletes: Int?) {
    self.init(
      maxDeletes: maxDeletes ?? settings.maxDeletes,
      maxDeleteShare: maxDeletes == nil ? settings.maxDeleteShare : 100, adopts: adopts)
  }

  /// Below this many deletes no share is looked at: of ten files, three are soon gone.
  static let fewDeletes = 10

  /// What a plan does that it may not.
  public func objections(to plan: Plan) -> [DeployFinding] {
    var objections: [DeployFinding] = []
    let deletes = plan.deletes.count
    if deletes > maxDeletes {
      objections.append(.tooManyDeletes(deletes, limit: maxDeletes))
    } else if deletes > Self.fewDeletes, deletes * 100 > plan.publishedBefore * maxDeleteShare {
      objections.append(
        .tooGreatAShare(deletes, of: plan.publishedBefore, percent: maxDeleteShare))
    }
    if plan.publishedBefore == 0, !plan.foreign.isEmpty, !adopts {
      objections.append(.foreignFiles(plan.foreign.count, first: plan.foreign[0]))
    }
    return objections
  }
}
