/// Repairs line by line, with the rest of the document as the witness for what a line alone does not prove.
struct LinePass {
  /// A repaired line must be cheaper by more than this.
  private static let worthwhile = 3 * Spanish.bit
  /// What the votes for a codec may be worth at most when two codecs compete for a line.
  private static let mostBonus = 4 * Spanish.bit

  let table: CodecTable
  let spanish: Spanish
  /// The strong sequences found in prose, over all levels.
  private(set) var votes = Votes()

  init(table: CodecTable, spanish: Spanish) {
    self.table = table
    self.spanish = spanish
  }

  /// Undoes one level after the other, as long as the prose gives cause.
  mutating func repair(_ lines: inout [Line]) {
    for _ in 0..<Mojibake.deepest {
      let doubtful = weigh(&lines)
      let fresh = count(lines, doubtful)
      guard !fresh.all.isEmpty || !votes.isEmpty else { return }
      var (prose, all) = (fresh.prose, fresh.all)
      // What was proved on an outer level still holds for what comes to light now.
      prose.add(votes)
      all.add(votes)
      prose.sort()
      all.sort()
      guard hasCause(lines, doubtful, prose) else { return }
      votes.add(fresh.prose)
      var hasChanged = false
      for index in doubtful {
        guard let (scalars, codec) = proposal(lines[index], all, hiding: false) else { continue }
        lines[index].become(scalars, undoing: [codec])
        hasChanged = true
      }
      guard hasChanged else { return }
    }
  }

  /// Looks for candidates where it was not done yet; tells which lines have some.
  private func weigh(_ lines: inout [Line]) -> [Int] {
    var doubtful: [Int] = []
    for index in lines.indices {
      if lines[index].candidates == nil {
        lines[index].candidates = weighed(lines[index].scalars, lines[index].isCode)
      }
      if lines[index].candidates?.isEmpty == false { doubtful.append(index) }
    }
    return doubtful
  }

  private func weighed(_ line: [UInt32], _ isCode: Bool) -> [Candidate] {
    var candidates = Candidate.all(in: line, table: table)
    guard !candidates.isEmpty else { return [] }
    let spans = isCode ? [0..<line.count] : CodeSpans.all(in: line)
    for index in candidates.indices {
      candidates[index].weigh(in: line, by: spanish)
      candidates[index].isCode = spans.contains { $0.contains(candidates[index].start) }
    }
    return candidates
  }

  private func count(_ lines: [Line], _ doubtful: [Int]) -> (prose: Votes, all: Votes) {
    var (prose, all) = (Votes(), Votes())
    for index in doubtful {
      for candidate in lines[index].candidates ?? [] where candidate.belief == .strong {
        if !candidate.isCode { prose.add(Votes.prose, for: candidate.codecs) }
        all.add(lines[index].isCode ? Votes.code : Votes.prose, for: candidate.codecs)
      }
    }
    return (prose, all)
  }

  /// Code is only touched in a document whose prose is damaged: it may be an example.
  private func hasCause(_ lines: [Line], _ doubtful: [Int], _ votes: Votes) -> Bool {
    guard !votes.isEmpty else { return false }
    return doubtful.contains { !lines[$0].isCode && proposal(lines[$0], votes, hiding: true) != nil }
  }

  /// The best reading of a line, if one is better than the line as it is.
  private func proposal(_ whole: Line, _ votes: Votes, hiding hidesCode: Bool) -> ([UInt32], Codec)? {
    let line = whole.scalars
    let candidates = whole.candidates ?? []
    let visible =
      hidesCode && candidates.contains(where: \.isCode) ? candidates.filter { !$0.isCode } : candidates
    let codecs = visible.reduce(UInt16(0)) { $0 | $1.codecs }
    guard codecs != 0 else { return nil }
    let odd = line.reduce(0) { $1 >= 0x80 ? $0 + 1 : $0 }
    var tried: [Choice] = []
    var best: (cost: Int, scalars: [UInt32], codec: Codec)?
    // In the order of the votes, so that of two codecs that say the same the likelier one is named.
    for codec in votes.order where codecs & codec.bit != 0 {
      let choice = choose(visible, codec, votes[codec], odd: odd)
      guard choice.count > 0, !tried.contains(choice) else { continue }
      tried.append(choice)
      let chosen = visible.lazy.filter {
        $0.codecs & codec.bit != 0 && $0.belief.rawValue >= choice.belief.rawValue
      }
      let scalars = Candidate.applying(chosen, to: line)
      let bonus = min(Self.mostBonus, votes[codec] * Spanish.bit / (8 * Votes.prose))
      let cost = spanish.cost(of: scalars) - bonus
      if best.map({ cost < $0.cost }) ?? true { best = (cost, scalars, codec) }
    }
    guard let best, best.cost < spanish.cost(of: line) - Self.worthwhile else { return nil }
    return (best.scalars, best.codec)
  }

  /// Which candidates of a codec are carried out: those believed so far.
  private struct Choice: Equatable {
    let belief: Candidate.Belief
    var count = 0
    /// Differs where the candidates differ.
    var print: UInt64 = 0

    static func == (one: Choice, other: Choice) -> Bool {
      one.print == other.print && one.count == other.count
    }

    mutating func take(_ index: Int) {
      count += 1
      print = (print ^ UInt64(index + 1)) &* 0x9E37_79B9_7F4A_7C15
      print ^= print >> 29
    }
  }

  /// Chooses the strong candidates, with proof the possible ones, and all of a line that holds nothing else.
  private func choose(_ candidates: [Candidate], _ codec: Codec, _ votes: Int, odd: Int) -> Choice {
    var (all, possible, strong) = (Choice(belief: .none), Choice(belief: .possible), Choice(belief: .strong))
    var (covered, longOnes) = (0, 0)
    for index in candidates.indices where candidates[index].codecs & codec.bit != 0 {
      all.take(index)
      if candidates[index].belief != .none { possible.take(index) }
      if candidates[index].belief == .strong { strong.take(index) }
      covered += candidates[index].length
      if candidates[index].length >= 3 { longOnes += 1 }
    }
    if covered == odd {
      let isEven = possible.count == all.count || strong.count > 0 && all.count >= 3
      if strong.count > 0 || votes >= 4 * Votes.prose, isEven { return all }
      // So many odd pairs, and nothing odd besides them, are no accident either.
      if possible.count == all.count, all.count >= 4 { return all }
      // Other scripts are no likely outcome, but a line that is nothing but long sequences is no accident.
      if votes >= Votes.proof, all.count >= 3, longOnes == all.count { return all }
    }
    return votes >= Votes.proof ? possible : strong
  }
}
