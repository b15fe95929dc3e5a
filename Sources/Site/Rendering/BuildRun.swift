import Bytes
import Diagnostics
import Disk
import Inventory
import Language
import Templates
import Workers

/// The second half of a build: what is out of date is rendered, all else is kept, and the output becomes what it should be.
struct BuildRun: Sendable {
  let request: SiteBuild.Request
  let publication: Publication
  let draft: PublicationDraft
  let kept: KeptState
  let look: SourceLook
  /// What is known of the site now; without an earlier build to compare with, only the next one wants to know.
  let facts: Later<Result<Facts, any Error>>
  /// What changed since the earlier build; nil where none is known.
  let staleness: Staleness?
  /// What need not be rendered.
  private let unchanged: UnchangedOutputs?

  init(
    _ request: SiteBuild.Request, _ publication: Publication, _ draft: PublicationDraft, _ kept: KeptState,
    _ look: SourceLook
  ) throws {
    self.request = request
    self.publication = publication
    self.draft = draft
    self.kept = kept
    self.look = look
    let old = kept.state?.facts
    // Beside the rendering there is no hurry.
    let workers = old == nil ? Workers(count: 1) : request.workers
    let facts = request.workers.later { Result { try Facts(of: publication, since: old, workers: workers) } }
    self.facts = facts
    let staleness = try kept.state.map {
      Staleness(from: $0.facts, at: $0.ending.now, to: publication, try facts.value.get())
    }
    self.staleness = staleness
    unchanged = staleness.flatMap { UnchangedOutputs(kept, since: $0, of: publication, draft) }
  }

  /// Renders, decides and writes.
  func finish(
    _ clock: inout PhaseClock, in staging: Staging, telling observer: @escaping SiteBuild.Observer
  ) throws -> SiteBuild.Outcome {
    var outcome = SiteBuild.Outcome(report: draft.report)
    outcome.report.add(contentsOf: staging.mistakes)
    let routes = publication.assembly.routes.routes
    let notes = NotesWriter(into: kept.draft())
    let made = try make(routes, into: staging, noting: notes, telling: observer)
    // Meanwhile the output becomes what it should be.
    let state = request.workers.later { Result { try keep(made, notes) } }
    defer { _ = state.begun }
    let guesses = try tell(made, in: &outcome)
    try addServerFiles(made, to: staging, report: &outcome.report)
    clock.end(.rendering)
    outcome.pages = routes.count { $0.output.subject != nil }
    outcome.copies = routes.count { $0.output.isFile }
    outcome.rendered = made.count { $0.isRendered }
    if let asked = request.explain { outcome.explanation = explanation(of: asked) }
    try commit(staging, &outcome)
    outcome.report = draft.told(outcome.report)
    if outcome.output != nil { try kept.keep(state.value.get(), ending(made, outcome, guesses)) }
    outcome.remains = [staging, made]
    clock.end(.writing)
    return outcome
  }

  private func commit(_ staging: Staging, _ outcome: inout SiteBuild.Outcome) throws {
    if outcome.report.fails(strict: request.strict) {
      try staging.abandon()
    } else {
      do throws(Report) {
        outcome.output = try staging.commit()
      } catch {
        outcome.report.add(contentsOf: error.sorted)
      }
    }
  }

  /// Tells what is wrong, and gives what was guessed for that.
  private func tell(_ made: [MadeOutput], in outcome: inout SiteBuild.Outcome) throws -> LinkTargets.Guesses {
    outcome.report.add(contentsOf: made.flatMap(\.mistakes))
    outcome.report.add(contentsOf: Exposure.mistakes(of: made.flatMap(\.exposures)))
    var guesses = try guessed()
    let faults = publication.filler.targets.told(
      [publication.faults.map(MarkedFault.init)] + made.map(\.faults), knowing: &guesses)
    outcome.report.add(
      contentsOf: try Fault.mistakes(of: faults, reading: draft.source, workers: request.workers))
    return guesses
  }

  /// What the earlier build guessed, if every place is what it was.
  private func guessed() throws -> LinkTargets.Guesses {
    guard let state = kept.state,
      state.facts.places.digests[FactKey.places] == (try facts.value.get().places.digests[FactKey.places])
    else { return [:] }
    return state.ending.guesses
  }
}

// MARK: Outputs

extension BuildRun {
  private func make(
    _ routes: [Route], into staging: Staging, noting notes: NotesWriter,
    telling observer: @escaping SiteBuild.Observer
  ) throws -> [MadeOutput] {
    let done = Tally()
    // The last ones, which list all others, take longest: who has begun with them ends with the rest.
    return try request.workers.map(routes, fromEnd: true, keeping: { Hand(noting: notes) }) { hand, route in
      let count = done.next()
      if count.isMultiple(of: SiteBuild.stride) { observer(count, routes.count) }
      if let known = known(route, with: &hand, in: staging) { return known }
      do throws(Mistake) {
        if case .file(let file) = route.output { return try copy(file, route, to: staging) }
        return try render(route, with: &hand, to: staging)
      } catch {
        return MadeOutput(mistakes: [error])
      }
    }
  }

  /// What a worker keeps from one output to the next.
  private struct Hand: ~Copyable {
    var worker = RenderWorker()
    var reads = ReadSet()
    var needs = KnownNeeds()
    var packer = Packer()
    var notes: NotesWriter.Batch

    init(noting writer: NotesWriter) { notes = NotesWriter.Batch(for: writer) }
  }

  /// An output that is as it should be already.
  private func known(
    _ route: Route, with hand: inout Hand, in staging: Staging
  ) -> MadeOutput? {
    guard unchanged != nil else { return nil }
    let file = route.file
    let key = Mixer.digest(file)
    // Lent, not bound to a name: all threads would count references to all that it holds.
    guard let (notes, record) = unchanged?.notes(of: route, key, &hand.needs), staging.keep(file) else {
      return nil
    }
    hand.notes.add(record, of: key)
    return MadeOutput(notes)
  }

  private func copy(_ file: String, _ route: Route, to staging: Staging) throws(Mistake) -> MadeOutput {
    let place = draft.place(of: file)
    try staging.copy(place, to: route.file)
    let copied = try publication.policyNeeds(ofCopied: place, at: route)
    return MadeOutput(
      mistakes: copied.mistakes, needs: copied.needs,
      exposures: try draft.lastLook.exposures(inCopied: place, of: shown(route.file), from: file))
  }

  private func render(
    _ route: Route, with hand: inout Hand, to staging: Staging
  ) throws(Mistake) -> MadeOutput {
    let rendered = try publication.render(route, with: &hand.worker)
    let file = route.file
    try staging.write(file, hand.worker.out)
    let trace = OutputTrace(
      shows: publication.keys.digest(of: route.output), keys: hand.reads.unique(rendered.reads),
      expiry: rendered.reads.expiry)
    let notes = OutputNotes(rendered, trace: trace)
    hand.packer.bytes.removeAll(keepingCapacity: true)
    notes.pack(into: &hand.packer)
    hand.notes.add(hand.packer.bytes[...], of: Mixer.digest(file))
    return MadeOutput(
      notes, draft.lastLook.exposures(in: hand.worker.out, of: shown(file), from: route.source),
      takingKeys: !publication.homelab.isEmpty)
  }

  /// Writes what servers are told of the whole site: headers with one policy for all, and redirects.
  private func addServerFiles(_ made: [MadeOutput], to staging: Staging, report: inout Report) throws {
    let server = publication.serverFiles(made.lazy.map(\.needs).union)
    for (path, bytes) in server.files {
      try staging.write(path, bytes)
      let exposures = draft.lastLook.exposures(
        in: bytes, of: shown(path), from: SiteFolder.configurationName)
      report.add(contentsOf: Exposure.mistakes(of: exposures))
    }
    report.add(contentsOf: server.mistakes)
    if let source = draft.source(SiteFolder.configurationName) {
      report.add(contentsOf: publication.configuration.headers.mistakes(in: source))
    }
  }

  /// The path of a file of the output, as messages show it.
  private func shown(_ file: String) -> String { request.output.appending(file).text }
}

// MARK: For the next build

extension BuildRun {
  /// Writes what the next build can spare itself, but for how this one ends.
  private func keep(_ made: [MadeOutput], _ notes: NotesWriter) throws -> StateDraft? {
    guard var draft = notes.finished() else { return nil }
    var facts = try facts.value.get()
    facts.addAnswers(of: publication)
    let making = BuildState.Making(
      sources: look.sources, seen: look.taken, facts: facts,
      questions: publication.packedQuestions(askedBy: made), texts: texts)
    do throws(DiskFailure) { try making.write(to: &draft) } catch { return nil }
    return draft
  }

  /// How this build ends, for the next one.
  private func ending(
    _ made: [MadeOutput], _ outcome: SiteBuild.Outcome, _ guesses: LinkTargets.Guesses
  ) -> BuildState.Ending {
    var ending = BuildState.Ending(now: request.now)
    ending.program = request.program
    ending.request = kept.request
    ending.secrets = draft.lastLook.dependsOnSources ? .max : kept.secrets
    ending.looked = draft.lastLook.known.fingerprint
    ending.expiry = expiry(of: made)
    ending.record = kept.recordDigest
    ending.history = look.history
    ending.reading = draft.digest
    ending.pages = outcome.pages
    ending.copies = outcome.copies
    ending.outputs = outcome.output.map { $0.written + $0.copied + $0.unchanged } ?? 0
    ending.report = outcome.report.sorted
    ending.guesses = guesses
    return ending
  }

  /// What is kept of the texts. Those that give defaults to others are read each time, because they are few.
  private var texts: [PackedText] {
    // Texts that were read in another way have other records.
    let known = kept.state.flatMap { $0.ending.reading == draft.digest ? $0.texts : nil }
    return draft.files.filter { $0.entry.cascade == nil }.map { known?.packed($0) ?? .fresh($0) }
  }

  /// From when on something would be another without any edit.
  private func expiry(of made: [MadeOutput]) -> Instant? {
    var expiry = publication.tree.nextChange
    for instant in made.lazy.compactMap(\.expiry) { expiry = min(instant, expiry ?? instant) }
    if let change = publication.setting.homelab?.nextChange { expiry = min(change, expiry ?? change) }
    return expiry
  }
}

extension Publication {
  /// What outputs have asked so far.
  var asked: Asked {
    Asked(
      ofPages: questions.all,
      ofHomelab: homelabAnswers.questions.bySubject.flatMap { $0.asked.map(\.question) })
  }

  /// What the next build has to find answers to. Of the homelab much is asked that is never asked again.
  fileprivate func packedQuestions(askedBy made: [MadeOutput]) -> [UInt8] {
    var packer = Packer()
    let questions = questions.all
    packer.add(questions.count)
    for question in questions { question.pack(into: &packer) }
    let keys = homelab.isEmpty ? [] : made.reduce(into: Set<UInt32>()) { $0.formUnion($1.keys) }
    homelabAnswers.questions.pack(into: &packer) { keys.contains($0) }
    return packer.bytes
  }
}
