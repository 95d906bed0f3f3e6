# The front door. Meson does the building: see meson.build, and tools/build for the kinds of build.

JOBS         ?= 2
PREFIX       ?= /usr/local
EXAMPLES     ?= examples/etobicoke-centre-2011 examples/assembly-75
FUZZ_SECONDS ?= 30
export JOBS

.PHONY: help setup all demo check test asan bench fuzz coverage pictures format install clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

setup: ## install the Debian packages canvass needs (root or sudo)
	@tools/setup

all: ## build the program: build/canvass
	@tools/build build canvass

demo: setup all ## set up, build, and review two examples: a real election and a simulated one
	@tools/demo $(EXAMPLES)

check: setup ## set up, build, run every test, plain and under the sanitizers
	@tools/run-tests build build-asan build-fuzz

test: ## the tests without the sanitizers: quick, for work in progress
	@tools/run-tests build

asan: ## every test under the address and undefined-behaviour sanitizers
	@tools/run-tests build-asan

bench: all ## measure speed and memory
	@bench/run

fuzz: ## run each fuzz target for FUZZ_SECONDS (30)
	@tools/run-fuzz $(FUZZ_SECONDS)

coverage: ## line coverage of each folder
	@tools/coverage

pictures: all ## draw the picture in README.md again, from a report
	@tools/picture examples/bundestag-2025 "" docs/pictures/report.png

messages: ## take the texts out of the code into po/, and say what is not translated
	@tools/messages update

format: ## lay out the C files
	@find src include tests bench -name '*.[ch]' 2>/dev/null | xargs -r clang-format -i

install: all ## install under PREFIX (/usr/local), below DESTDIR if set
	@meson configure build -Dprefix=$(PREFIX)
	@meson install -C build

clean: ## remove everything that was built
	@rm -rf build build-* .cache/page
